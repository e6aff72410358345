import type { Store, StoredDocument } from '../store/contract.ts'
import { type Case, caseCollection, readCase, UnreadableCaseError } from './case.ts'
import { createTimeZone, type TimeZone } from './time-zone.ts'

/** The one method of the store that a list of Cases needs. */
export type CaseList = Pick<Store, 'list'>

/** Where a Case stands in the store, beside what it says. */
export interface FoundCase {
  case: Case
  /** Version of its document, for a write that must not overtake another. */
  version: number
}

/**
 * Lists the open Cases, the earliest promise first.
 * @param store where they are
 * @param onUnreadable hears of a Case that cannot be read, so that one damaged Case does not hide the others; when left
 * out, such a Case ends the list
 * @throws {UnreadableCaseError} when `onUnreadable` is left out and a Case cannot be read
 */
export async function* listOpenCases(
  store: CaseList,
  onUnreadable?: (error: UnreadableCaseError) => void,
): AsyncGenerator<Case> {
  for await (const document of documentsWith(store, 'status', 'open')) {
    try {
      yield readCase(document)
    } catch (error) {
      if (!(error instanceof UnreadableCaseError) || onUnreadable === undefined) throw error
      onUnreadable(error)
    }
  }
}

/**
 * Finds a Case by its number, whatever its status.
 * @returns undefined when there is none, or it is erased
 * @throws {UnreadableCaseError} when it cannot be read
 */
export async function findCase(store: CaseList, number: number): Promise<FoundCase | undefined> {
  for await (const document of documentsWith(store, 'number', String(number))) {
    return { case: readCase(document), version: document.version }
  }
  return undefined
}

const widths = [7, 12, 36, 22, 17, 17, 5, 7]

/** Titles of the columns of {@link renderCaseLine}. */
export const caseLineHeader = columns([
  'NUMBER',
  'REGION',
  'QUEUE (ORGANISATION)',
  'TOPIC',
  'SINCE',
  'ANSWER BY',
  '',
  'CONTACT',
])

/** The zone of the times in the list; every region of today lies in it. */
const listZone = 'Europe/Amsterdam'

/**
 * Writes a Case as one line of a table: no word and no address of the candidate, only where to look and by when.
 * @param toShow the Case
 * @param now to tell whether the promised time has passed
 */
export function renderCaseLine(toShow: Case, now: Date, zone: TimeZone = createTimeZone(listZone)): string {
  return columns([
    String(toShow.number),
    toShow.region,
    `${toShow.queue} (${toShow.organisation})`,
    toShow.crisis === undefined ? toShow.topic : `${toShow.topic} !${toShow.crisis}`,
    zone.wallClockAt(new Date(toShow.openedAt)),
    zone.wallClockAt(new Date(toShow.answerBy)),
    now.getTime() > Date.parse(toShow.answerBy) ? 'LATE' : '',
    toShow.contact.how,
  ])
}

function columns(cells: string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(' ')
    .trimEnd()
}

async function* documentsWith(store: CaseList, index: string, value: string): AsyncGenerator<StoredDocument> {
  let after: string | undefined
  do {
    const page = await store.list({
      collection: caseCollection,
      index,
      value,
      ...(after === undefined ? {} : { after }),
    })
    yield* page.documents
    after = page.next
  } while (after !== undefined)
}
