import { StoreError, type StoreErrorCode } from '../contract.ts'

/** Result codes of SQLite, the low byte. Source: https://www.sqlite.org/rescode.html */
const primaryCodes: Record<number, StoreErrorCode> = {
  5: 'busy',
  6: 'busy',
  11: 'corrupt',
  13: 'disk-full',
  26: 'corrupt',
}

/** The disk is full while SQLite makes room for its shared memory; it has no low byte of its own (SQLITE_IOERR_SHMSIZE). */
const sharedMemoryFull = 4874

const advice: Record<StoreErrorCode, string> = {
  busy: 'Another program holds the database for too long. Close it, or wait and try again.',
  'disk-full': 'There is no room on the disk. Nothing was written. Make room; no restart is needed.',
  corrupt: 'The file is not a database, or is damaged. Put back a copy, or move the file away to start empty.',
  unreadable: 'A value cannot be read back. Check the keys.',
  'too-new': 'The file is of a newer Opstap. Start that one.',
  unavailable: 'The database cannot be opened or written. Check that the folder exists and is writable.',
  closed: 'The store is closed.',
}

/** @returns the extended result code when this error came from SQLite, otherwise undefined. */
export function sqliteCode(error: unknown): number | undefined {
  // Not instanceof: the error may come from another realm, and node:sqlite exports no class for it.
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode : undefined
}

/** @returns whether the file is locked by another connection. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error)
  return code !== undefined && primaryCodes[code & 0xff] === 'busy'
}

/**
 * Names a failure of SQLite in the words of the contract.
 * @param error what was thrown
 * @param file path, for the message
 * @returns a StoreError; anything that did not come from SQLite is handed back as it is, for it is the caller's mistake
 */
export function toStoreError(error: unknown, file: string): unknown {
  const code = sqliteCode(error)
  if (code === undefined) return error
  const ours = code === sharedMemoryFull ? 'disk-full' : (primaryCodes[code & 0xff] ?? 'unavailable')
  return new StoreError(ours, `${file}: ${advice[ours]} (SQLite result ${code})`, { cause: error })
}
