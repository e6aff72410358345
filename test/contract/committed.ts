import type { CommitOutcome } from '../../src/store/contract.ts'

/** The outcome of a commit that went through and gave out these sequences. */
export function committed(...sequences: number[]): CommitOutcome {
  return { outcome: 'committed', sequences }
}
