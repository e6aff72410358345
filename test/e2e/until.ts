/**
 * Waits until something holds, looking again and again.
 * @param what what is waited for, in words, for the error
 * @param find gives the thing waited for; undefined or false = not yet
 * @param timeoutMs generous: the machine may be slow
 * @throws Error when it takes too long
 */
export async function until<T>(
  what: string,
  find: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs = 40_000,
): Promise<T> {
  const end = performance.now() + timeoutMs
  for (;;) {
    const found = await find()
    if (found !== undefined && found !== false) return found
    if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
