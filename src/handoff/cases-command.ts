import type { Store } from '../store/contract.ts'
import { type Case, type CloseReason, casePut, closeReasons, moveCase, UnreadableCaseError } from './case.ts'
import { caseLineHeader, findCase, listOpenCases, renderCaseLine } from './list-cases.ts'

const usage = `Use: npm run cases                                open Cases, the earliest promise first
     npm run cases -- show NUMBER                 one Case, with the text the candidate approved
     npm run cases -- answer NUMBER "WORDS"        says your words to the candidate, in the conversation itself
     npm run cases -- close NUMBER REASON         REASON: ${closeReasons.join(', ')}
`

/** Longest answer that can be given here, in characters. */
const maxAnswerChars = 1000

/**
 * Says the words of a human in the conversation of a Case.
 * @returns `no-channel` when that conversation is on a channel that has to be delivered to, which this command cannot
 */
export type SayToCandidate = (found: Case, text: string) => Promise<'said' | 'no-channel'>

/** What the command needs of the store. */
export type CasesStore = Pick<Store, 'list' | 'commit'>

/**
 * Runs `npm run cases`: lists, shows or closes Cases. Output is technical English, for whoever runs Opstap.
 * @param store where the Cases are
 * @param args words after `npm run cases --`
 * @param write writes to the terminal
 * @param around the moment to judge promises by, and the way to speak to a candidate
 * @returns exit code: 0 done; 1 no such Case, or it could not be closed or read; 2 wrong use
 */
export async function runCasesCommand(
  store: CasesStore,
  args: readonly string[],
  write: (text: string) => void,
  around: { now: Date; say: SayToCandidate },
): Promise<number> {
  const { now, say } = around
  const [command, number, reason, ...more] = args
  if (command === undefined) return listCases(store, write, now)
  if (command === 'show' && isCaseNumber(number) && reason === undefined)
    return showCase(store, Number(number), write, now)
  if (command === 'answer' && isCaseNumber(number) && isAnswer(reason) && more.length === 0) {
    return answerCase(store, { number: Number(number), text: reason, say }, write)
  }
  if (command === 'close' && isCaseNumber(number) && isCloseReason(reason) && more.length === 0) {
    return closeCase(store, { number: Number(number), reason, now }, write)
  }
  write(usage)
  return 2
}

async function listCases(store: CasesStore, write: (text: string) => void, now: Date): Promise<number> {
  const unreadable: string[] = []
  let count = 0
  for await (const open of listOpenCases(store, (error) => unreadable.push(error.caseId))) {
    if (count === 0) write(`${caseLineHeader}\n`)
    write(`${visible(renderCaseLine(open, now))}\n`)
    count += 1
  }
  write(`${count} open\n`)
  for (const caseId of unreadable) write(`Case ${caseId} cannot be read by this version of Opstap.\n`)
  return unreadable.length === 0 ? 0 : 1
}

async function showCase(store: CasesStore, number: number, write: (text: string) => void, now: Date): Promise<number> {
  const found = await findReadable(store, number, write)
  if (found === undefined) return 1
  write(`${caseLineHeader}\n${visible(renderCaseLine(found.case, now))}\n`)
  write(`status   ${describeStatus(found.case)}\ncontact  ${visible(describeContact(found.case))}\n`)
  write(`consent  ${found.case.consentVersion}\n\n${visible(found.case.approvedText)}\n`)
  return 0
}

async function answerCase(
  store: CasesStore,
  answer: { number: number; text: string; say: SayToCandidate },
  write: (text: string) => void,
): Promise<number> {
  const found = await findReadable(store, answer.number, write)
  if (found === undefined) return 1
  if (found.case.status.is !== 'open') {
    write(`Case ${answer.number} is ${describeStatus(found.case)} already.\n`)
    return 1
  }
  if ((await answer.say(found.case, answer.text)) === 'no-channel') {
    write(`Case ${answer.number} is not in web chat; this command cannot reach it. See: show ${answer.number}.\n`)
    return 1
  }
  write(`Said to the candidate of Case ${answer.number}. The Case stays open until you close it.\n`)
  return 0
}

async function closeCase(
  store: CasesStore,
  close: { number: number; reason: CloseReason; now: Date },
  write: (text: string) => void,
): Promise<number> {
  const found = await findReadable(store, close.number, write)
  if (found === undefined) return 1
  const step = moveCase(found.case, { event: 'close', reason: close.reason }, close.now)
  if (step.outcome === 'refused') {
    write(`Case ${close.number} is ${describeStatus(found.case)} already.\n`)
    return 1
  }
  const { outcome } = await store.commit({
    partition: found.case.conversationId,
    puts: [casePut(step.case, found.version)],
  })
  if (outcome !== 'committed') {
    write(`Case ${close.number} changed meanwhile. Look at it and try again.\n`)
    return 1
  }
  write(`Case ${close.number} is closed: ${close.reason}.\n`)
  return 0
}

async function findReadable(store: CasesStore, number: number, write: (text: string) => void) {
  try {
    const found = await findCase(store, number)
    if (found === undefined) write(`There is no Case ${number}.\n`)
    return found
  } catch (error) {
    if (!(error instanceof UnreadableCaseError)) throw error
    write(`Case ${number} cannot be read by this version of Opstap.\n`)
    return undefined
  }
}

function describeStatus({ status }: Case): string {
  switch (status.is) {
    case 'open':
      return 'open'
    case 'closed':
      return `closed (${status.reason})`
    case 'withdrawn':
      return 'withdrawn'
    default:
      return status satisfies never
  }
}

function describeContact({ contact }: Case): string {
  switch (contact.how) {
    case 'chat':
      return 'chat'
    case 'phone':
      return `phone ${contact.number}`
    case 'email':
      return `email ${contact.address}`
    default:
      return contact satisfies never
  }
}

/** Control characters are written out: a candidate's text must not be able to steer the terminal of staff. */
function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (sign) => `\\x${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`)
}

function isCaseNumber(word: string | undefined): word is string {
  return word !== undefined && /^[1-9]\d{0,14}$/.test(word)
}

function isAnswer(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '' && text.length <= maxAnswerChars
}

function isCloseReason(word: string | undefined): word is CloseReason {
  return closeReasons.some((reason) => reason === word)
}
