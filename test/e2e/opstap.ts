import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'

/** The whole program, listening on a free port of this machine with an empty store. */
export interface RunningOpstap {
  url: string
  app: App
  /** Stops it and removes what it stored. */
  stop(): Promise<void>
}

/** Starts the whole program as `npm start` does. The pages must have been built. */
export async function startOpstap(): Promise<RunningOpstap> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'opstap-e2e-'))
  const app = await createApp(readConfig({ PORT: '0', DATA_DIR: dataFolder, LOG_LEVEL: 'silent' }))
  const { port } = await app.http.listen(0, '127.0.0.1')
  return {
    url: `http://127.0.0.1:${port}/`,
    app,
    stop: async () => {
      await app.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
