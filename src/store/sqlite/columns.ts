import type { SQLOutputValue } from 'node:sqlite'
import { types } from 'node:util'
import { StoreError } from '../contract.ts'

/** A row as node:sqlite gives it; undefined when a query found none. */
export type Row = Record<string, SQLOutputValue> | undefined

/**
 * Reads a whole number from a row.
 * @throws {StoreError} code `corrupt` when something else stands there
 */
export function integerIn(row: Row, column: string): number {
  const value = row?.[column]
  if (typeof value !== 'number') throw unexpected(column, 'a number', value)
  return value
}

/**
 * Reads text from a row.
 * @throws {StoreError} code `corrupt` when something else stands there
 */
export function textIn(row: Row, column: string): string {
  const value = row?.[column]
  if (typeof value !== 'string') throw unexpected(column, 'text', value)
  return value
}

/**
 * Reads bytes from a row.
 * @throws {StoreError} code `corrupt` when something else stands there
 */
export function bytesIn(row: Row, column: string): Uint8Array {
  const value = row?.[column]
  if (!types.isUint8Array(value)) throw unexpected(column, 'bytes', value)
  return value
}

/**
 * A moment as the columns hold it: milliseconds since 1970.
 * @throws {RangeError} for an invalid date, which SQLite would store as "never"
 */
export function toMilliseconds(date: Date): number {
  const milliseconds = date.getTime()
  if (Number.isNaN(milliseconds)) throw new RangeError('Expected a valid date, got an invalid one.')
  return milliseconds
}

function unexpected(column: string, expected: string, value: unknown): StoreError {
  const got = value === null ? 'nothing' : typeof value
  return new StoreError('corrupt', `Expected ${expected} in column ${column}, got ${got}. Put back a copy of the file.`)
}
