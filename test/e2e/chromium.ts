import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/**
 * Opens the Chromium of this machine (`CHROMIUM`, otherwise /usr/bin/chromium) for a test.
 * @returns undefined when there is none, after one line that says so: such a machine passes these tests over
 * @throws Error when there is none and `CI` is `true`: a build may not pass them over
 */
export async function openChromium(): Promise<Browser | undefined> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) {
    if (process.env.CI === 'true') throw new Error(`There is no Chromium at ${executablePath}: set CHROMIUM.`)
    process.stdout.write(`No Chromium at ${executablePath}: the tests in a browser are passed over.\n`)
    return undefined
  }
  return chromium.launch({
    executablePath,
    // Nothing but this machine can be reached, so a page that asks for anything else shows it.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  })
}
