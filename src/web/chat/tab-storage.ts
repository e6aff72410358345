import type { TabStorage } from './session-memory.ts'

/** The storage of this tab; undefined in a browser that forbids it. */
export function openTabStorage(): TabStorage | undefined {
  try {
    return window.sessionStorage
  } catch {
    // A browser that blocks storage throws on naming it.
    return undefined
  }
}
