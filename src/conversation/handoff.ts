import type { OfferedChoice } from '../understanding/meaning.ts'
import type { AnswerPromise } from './decision.ts'
import { formatMoment } from './format-moment.ts'
import { regionChoices, setRegion } from './region.ts'
import type { Contact, ConversationState, HandoffStage } from './state.ts'
import {
  fillIn,
  menuChoice,
  phraseChoices,
  regionOf,
  regionWordsOf,
  sayPhrase,
  type Talk,
  titleOf,
  wordsOf,
} from './talk.ts'
import { findOtherLanguage } from './words-in.ts'

/** Longest sentence a candidate can add to what is passed on. */
const maxAdditionChars = 1000

/** Topic of a handoff that came out of no topic. */
export const noTopic = 'algemeen'

/** Whether the next message could open a Case, so that a number must be at hand. */
export function mayOpenCase(state: ConversationState): boolean {
  return state.waiting.for === 'handoff' && state.waiting.handoff.stage === 'consent'
}

/** Offers a human and asks how the candidate wants to be reached; asks for the region first when it is not known. */
export function startHandoff(talk: Talk, topic: string): void {
  if (talk.state.openCase !== undefined) {
    const { number, organisation, answerBy } = talk.state.openCase
    const moment = writeMoment(talk, new Date(answerBy))
    sayPhrase(talk, 'handoff-pending', {
      kind: 'handoff',
      topic: 'handoff',
      variables: { nummer: String(number), organisatie: organisation, tijd: moment },
    })
    talk.state.waiting = { for: 'anything' }
    talk.offers = [menuChoice(talk)]
    return
  }
  if (talk.state.region === undefined && Object.keys(talk.content.regions).length > 1) {
    enter(talk, { stage: 'region', topic })
    return
  }
  const { role, organisation } = promiseNow(talk, topic)
  sayPhrase(talk, 'handoff-open', {
    kind: 'handoff',
    topic: 'handoff',
    variables: { rol: role, organisatie: organisation },
  })
  enter(talk, { stage: 'how', topic })
}

/** Asks again what the handoff waits for. */
export function repeatHandoff(talk: Talk, handoff: HandoffStage): void {
  enter(talk, handoff)
}

/**
 * Takes a choice or free text while a handoff is under way.
 * @param choice id of the choice, or undefined when the person typed something else
 * @returns false when the input is nothing this stage can use
 */
export function answerHandoff(talk: Talk, handoff: HandoffStage, choice: string | undefined, text: string): boolean {
  switch (handoff.stage) {
    case 'region':
      if (choice === undefined) return false
      setRegion(talk, choice)
      startHandoff(talk, handoff.topic)
      return true
    case 'how':
      return chooseContact(talk, handoff.topic, choice)
    case 'phone':
      if (choice !== undefined) return chooseContact(talk, handoff.topic, choice)
      return takePhone(talk, handoff.topic, text)
    case 'email':
      if (choice !== undefined) return chooseContact(talk, handoff.topic, choice)
      return takeEmail(talk, handoff.topic, text)
    case 'add': {
      const added = choice === 'skip' ? handoff.addition : join(handoff.addition, text)
      enter(talk, { ...handoff, stage: 'consent', addition: added })
      return true
    }
    case 'consent':
      if (choice === 'yes') openCase(talk, handoff)
      else if (choice === 'add') enter(talk, { ...handoff, stage: 'add' })
      else return false
      return true
    default:
      return handoff satisfies never
  }
}

/** The contact field that is asked for now, so that what is typed in it is needed. */
export function askedContact({ waiting }: ConversationState): 'phone' | 'email' | undefined {
  if (waiting.for !== 'handoff') return undefined
  const { stage } = waiting.handoff
  return stage === 'phone' || stage === 'email' ? stage : undefined
}

/** Whether a stage takes free text, so that it must not be read as a question. */
export function expectsText(handoff: HandoffStage): boolean {
  return handoff.stage === 'phone' || handoff.stage === 'email' || handoff.stage === 'add'
}

function chooseContact(talk: Talk, topic: string, choice: string | undefined): boolean {
  if (choice === 'chat') enter(talk, { stage: 'consent', topic, contact: { how: 'chat' }, addition: '' })
  else if (choice === 'phone') enter(talk, { stage: 'phone', topic })
  else if (choice === 'email') enter(talk, { stage: 'email', topic })
  else return false
  return true
}

function takePhone(talk: Talk, topic: string, text: string): boolean {
  const number = parsePhone(text)
  if (number !== undefined) enter(talk, { stage: 'consent', topic, contact: { how: 'phone', number }, addition: '' })
  else askAgain(talk, { stage: 'phone', topic }, 'handoff-phone-invalid')
  return true
}

function takeEmail(talk: Talk, topic: string, text: string): boolean {
  const address = parseEmail(text)
  if (address !== undefined) enter(talk, { stage: 'consent', topic, contact: { how: 'email', address }, addition: '' })
  else askAgain(talk, { stage: 'email', topic }, 'handoff-email-invalid')
  return true
}

/**
 * Reads a Dutch phone number out of a message.
 * @returns ten digits or `+` and digits, or undefined when there is no number in it
 */
export function parsePhone(text: string): string | undefined {
  const match = /(?<!\d)((?:\+|00)[1-9]\d?|\(?0)[\s.()-]*[1-9](?:[\s.()-]{0,3}\d){6,11}(?!\d)/.exec(text)
  if (match === null) return undefined
  const digits = match[0].replace(/[^\d+]/g, '').replace(/^00/, '+')
  const national = digits.replace(/^\+31\(?0?/, '0')
  if (national.startsWith('0')) return /^0[1-9]\d{8}$/.test(national) ? national : undefined
  return /^\+\d{9,14}$/.test(digits) ? digits : undefined
}

/** Reads an e-mail address out of a message; undefined when there is none in it. */
export function parseEmail(text: string): string | undefined {
  return /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/.exec(text)?.[0]
}

function askAgain(talk: Talk, handoff: HandoffStage, phrase: 'handoff-phone-invalid' | 'handoff-email-invalid'): void {
  sayPhrase(talk, phrase, { kind: 'handoff', topic: 'handoff' })
  talk.state.waiting = { for: 'handoff', handoff }
  talk.offers = handoffChoices(talk, handoff)
}

function enter(talk: Talk, handoff: HandoffStage): void {
  talk.state.waiting = { for: 'handoff', handoff }
  talk.offers = handoffChoices(talk, handoff)
  const speaks = { kind: 'handoff', topic: 'handoff' } as const
  switch (handoff.stage) {
    case 'region':
      return sayPhrase(talk, 'ask-region', speaks)
    case 'how':
      return sayPhrase(talk, 'handoff-how', speaks)
    case 'phone':
      return sayPhrase(talk, 'handoff-phone', speaks)
    case 'email':
      return sayPhrase(talk, 'handoff-email', speaks)
    case 'add':
      return sayPhrase(talk, 'handoff-add', speaks)
    case 'consent': {
      const { role, organisation } = promiseNow(talk, handoff.topic)
      const text = summarize(talk, handoff.contact, handoff.addition)
      return sayPhrase(talk, 'handoff-consent', {
        ...speaks,
        variables: { rol: role, organisatie: organisation, tekst: text },
      })
    }
    default:
      handoff satisfies never
  }
}

/** Buttons that belong to a stage of the handoff. */
export function handoffChoices(talk: Talk, { stage }: HandoffStage): OfferedChoice[] {
  if (stage === 'add' || stage === 'consent') return offersOf(talk, `handoff-${stage}`)
  const contacts = offersOf(talk, 'handoff-how')
  if (stage === 'region') return [...regionChoices(talk), ...contacts.filter(({ id }) => id === 'handoff:no')]
  return contacts.filter(({ id }) => id !== `handoff:${stage}`)
}

function offersOf(talk: Talk, name: 'handoff-how' | 'handoff-consent' | 'handoff-add'): OfferedChoice[] {
  return phraseChoices(talk, name).map((choice) => ({ ...choice, id: `handoff:${choice.id}` }))
}

/** The exact text that is passed on, made by rules from the steps taken. */
function summarize(talk: Talk, contact: Contact, addition: string): string {
  const { texts, choices } = wordsOf(talk).phrases['handoff-summary']
  const word = (id: string) => choices.find((choice) => choice.id === id)?.label ?? id
  const topics = talk.state.visited.map((visit) => titleOf(talk, visit.topic))
  const detail = contact.how === 'phone' ? contact.number : contact.how === 'email' ? contact.address : undefined
  const isRegionKnown = talk.state.region !== undefined && talk.state.region !== talk.content.fallbackRegion
  const values = [
    { onderwerpen: topics.join(', ') },
    { regio: isRegionKnown ? regionWordsOf(talk).name : word('unknown-region') },
    { contact: detail === undefined ? word(contact.how) : `${word(contact.how)}: ${detail}` },
    { toevoeging: addition },
    // A Case says that there was a message about danger, so the candidate must see that it does.
    { gevaar: talk.state.crisis === undefined ? '' : word('crisis') },
    { taal: nameOtherLanguage(talk) },
  ]
  return texts
    .map((text, index) => ({ text, value: values[index] ?? {} }))
    .filter(({ value }) => Object.values(value).every((each) => each !== ''))
    .map(({ text, value }) => fillIn(text, value))
    .join('\n')
}

/** In the default language, which staff read, whatever language the conversation is in. */
function nameOtherLanguage({ state, content }: Talk): string {
  if (state.otherLanguage === undefined) return ''
  return findOtherLanguage(content, state.otherLanguage.tag)?.name ?? content.unnamedLanguage
}

function openCase(talk: Talk, handoff: Extract<HandoffStage, { stage: 'consent' }>): void {
  const number = talk.around.caseNumber
  if (number === undefined) throw new Error('A Case can only be opened with a reserved number; see mayOpenCase.')
  const promise = promiseNow(talk, handoff.topic)
  const region = regionOf(talk)
  talk.effects.push({
    kind: 'open-case',
    case: {
      number,
      region: region.id,
      queue: promise.queue,
      organisation: promise.organisation,
      role: promise.role,
      topic: handoff.topic,
      approvedText: summarize(talk, handoff.contact, handoff.addition),
      consentVersion: talk.content.version,
      contact: handoff.contact,
      answerBy: promise.answerBy.toISOString(),
      ...(talk.state.crisis === undefined ? {} : { crisis: talk.state.crisis.level }),
    },
  })
  sayPhrase(talk, promise.onDuty ? 'handoff-done' : 'handoff-done-later', {
    kind: 'handoff',
    topic: 'handoff',
    variables: {
      nummer: String(number),
      rol: promise.role,
      organisatie: promise.organisation,
      tijd: writeMoment(talk, promise.answerBy),
    },
  })
  talk.state.openCase = { number, organisation: promise.organisation, answerBy: promise.answerBy.toISOString() }
  talk.state.waiting = { for: 'anything' }
  talk.offers = [menuChoice(talk)]
}

function writeMoment(talk: Talk, at: Date): string {
  const { tag, phrases } = wordsOf(talk)
  const { day, time } = formatMoment(at, regionOf(talk).office.timeZone, tag)
  return phrases.moment.texts.map((text) => fillIn(text, { dag: day, tijd: time })).join(' ')
}

/** Leaves the handoff; all other help stays. */
export function cancelHandoff(talk: Talk): void {
  sayPhrase(talk, 'handoff-cancelled', { kind: 'handoff', topic: 'handoff' })
  talk.state.waiting = { for: 'anything' }
  talk.offers = undefined
}

function promiseNow(talk: Talk, topic: string): AnswerPromise {
  return talk.around.promise(regionOf(talk), topic, talk.around.now)
}

function join(before: string, text: string): string {
  const added = text.trim().slice(0, maxAdditionChars)
  return before === '' ? added : `${before}\n${added}`.slice(0, maxAdditionChars)
}
