import { afterEach, beforeEach, describe } from '@jest/globals'
import type { Store } from '../../src/store/contract.ts'
import { describeAtomicity } from './atomicity-contract.ts'
import { describeDocuments } from './document-contract.ts'
import type { Bench, Engine, EngineInstance } from './engine.ts'
import { describeErasure } from './erasure-contract.ts'
import { describeJobs } from './job-contract.ts'
import { describeLists } from './list-contract.ts'
import { describeLogs } from './log-contract.ts'
import { describeModel } from './model-contract.ts'
import { describeProcess } from './process-contract.ts'

/**
 * The contract of `src/store/contract.ts` as tests, the same for every engine.
 * @param engines the engines to try it on
 */
export function describeStoreContract(engines: Engine[]): void {
  describe.each(engines.map((engine) => [engine.name, engine] as const))('Store on %s', (_name, engine) => {
    let instance: EngineInstance
    let opened: Store[]

    beforeEach(async () => {
      instance = await engine.create()
      opened = [await instance.open()]
    })

    afterEach(async () => {
      await Promise.all(opened.map((store) => store.close()))
      await instance.remove()
    })

    const bench: Bench = {
      store() {
        const [store] = opened
        if (store === undefined) throw new Error('No store is open.')
        return store
      },
      async openAnother() {
        const store = await instance.open()
        opened.push(store)
        return store
      },
    }

    describeDocuments(bench)
    describeLists(bench)
    describeLogs(bench)
    describeAtomicity(bench)
    describeJobs(bench)
    describeErasure(bench)
    describeProcess(bench)
    describeModel(bench)
  })
}
