import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { killUnderLoad } from './kill-under-load.ts'
import { createKillableServer, type KillableServer } from './killable-server.ts'

let folder: string
let server: KillableServer

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opstap-kill-'))
  server = await createKillableServer(folder)
})

afterEach(async () => {
  await server.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe('kill -9 under load', () => {
  it('loses and doubles nothing that was acknowledged, and every conversation goes on', async () => {
    const figures = await killUnderLoad(server, 5)
    expect(figures.acknowledged).toBeGreaterThan(100)
    expect(figures.reconnected).toBeGreaterThanOrEqual(figures.conversations)
    const { lost, doubled, unknown, gaps, unanswered, misheard, stuck } = figures
    expect({ lost, doubled, unknown, gaps, unanswered, misheard, stuck }).toEqual({
      lost: 0,
      doubled: 0,
      unknown: 0,
      gaps: 0,
      unanswered: 0,
      misheard: 0,
      stuck: 0,
    })
  }, 30_000)
})
