import type { Contact, Source, Step } from './content.ts'
import { fillTopicText, tellTopic } from './fill-topic-text.ts'
import { regionWordsOf, type Talk, wordsOfTopic } from './talk.ts'
import { today } from './topic-answer.ts'

/** Most contacts in one list: more is no help. */
export const maxContacts = 3

/**
 * Lists the contacts of the candidate's region for one purpose. A contact past the day before which it had to be checked
 * is not shown; when none is left the step says so.
 */
export function sayContacts(talk: Talk, topic: string, step: Extract<Step, { op: 'contacts' }>): void {
  const day = today(talk)
  const words = wordsOfTopic(talk, topic)
  const contacts = regionWordsOf(talk, words)
    .contacts.filter((contact) => contact.for.includes(step.purpose) && day <= contact.checkBefore)
    .slice(0, maxContacts)
  const marks = { topic, step: step.id, kind: 'answer' } as const
  if (contacts.length === 0) return tellTopic(talk, { text: step.none, marks })
  const lines = contacts.map((contact) => writeContact(contact, words.labels))
  tellTopic(talk, {
    text: [fillTopicText(talk, topic, step.text), ...lines].join('\n'),
    marks,
    basis: { sources: sourcesOf(contacts), reviewedOn: earliestCheck(contacts) },
  })
}

/**
 * Writes a contact as one line.
 * @param contact the contact
 * @param labels words for what is known of it
 */
export function writeContact(
  contact: Contact,
  labels: Record<'phone' | 'address' | 'hours' | 'website', string>,
): string {
  const { name, about, phone, address, hours, url } = contact
  const details = [
    phone === undefined ? undefined : `${labels.phone}: ${phone}.`,
    address === undefined ? undefined : `${labels.address}: ${address}.`,
    hours === undefined ? undefined : `${labels.hours}: ${hours}.`,
    url === undefined ? undefined : `${labels.website}: ${url}`,
  ]
  return [`• ${name}. ${about}`, ...details.filter((detail) => detail !== undefined)].join(' ')
}

function sourcesOf(contacts: readonly Contact[]): Source[] {
  return contacts.flatMap(({ source }) => source ?? [])
}

function earliestCheck(contacts: readonly Contact[]): string {
  return contacts.map(({ checkedOn }) => checkedOn).sort()[0] ?? ''
}
