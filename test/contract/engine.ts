import type { Store } from '../../src/store/contract.ts'

/** An engine that the contract is tried on. */
export interface Engine {
  name: string
  /** Makes an empty place to store things, as a fresh installation has it. */
  create(): Promise<EngineInstance>
}

/** One place to store things; may be opened more than once, as several processes do. */
export interface EngineInstance {
  open(): Promise<Store>
  /** Removes the place. The stores are closed by then. */
  remove(): Promise<void>
}

/** What the tests of one part of the contract use. */
export interface Bench {
  /** The store of this test. */
  store(): Store
  /** Opens the same data once more, as another process does. */
  openAnother(): Promise<Store>
}
