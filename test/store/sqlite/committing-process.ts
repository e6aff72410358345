import { writeSync } from 'node:fs'
import { createCodec } from '../../../src/privacy/codec.ts'
import { openSqliteStore } from '../../../src/store/sqlite/open-sqlite-store.ts'
import { testKey } from './sqlite-engine.ts'

/**
 * A process of its own that commits to a file: 16 commits at a time over 4 partitions. Arguments: the file, the name of
 * this process, how many commits (0 = until it is killed). Prints `partition sequence value` for each commit as soon as
 * it is acknowledged, and nothing else.
 */
const [file = '', name = '', count = '0'] = process.argv.slice(2)
const total = Number(count) === 0 ? Number.POSITIVE_INFINITY : Number(count)
const store = await openSqliteStore({ file, codec: createCodec([testKey]) })

async function commitOne(number: number): Promise<void> {
  const partition = `p${number % 4}`
  const value = `${name}-${number}`
  const outcome = await store.commit({
    partition,
    puts: [{ collection: 'state', id: 'latest', value }],
    appends: [{ log: 'activities', value, key: value }],
    jobs: [{ id: value, kind: 'send', dueAt: new Date(0), payload: value }],
  })
  if (outcome.outcome !== 'committed') throw new Error(`Unexpected outcome ${outcome.outcome}`)
  // Written at once: a line that waits in a buffer would die with the process.
  writeSync(1, `${partition} ${outcome.sequences[0]} ${value}\n`)
}

for (let begun = 0; begun < total; begun += 16) {
  await Promise.all(Array.from({ length: Math.min(16, total - begun) }, (_, i) => commitOne(begun + i)))
}
await store.close()
