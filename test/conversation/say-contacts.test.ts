import { describe, expect, it } from '@jest/globals'
import type { Contact, Step } from '../../src/conversation/content.ts'
import { maxContacts, sayContacts, writeContact } from '../../src/conversation/say-contacts.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { sampleContent, sampleRegionWords } from './sample-content.ts'
import { beginSample, endSample } from './sample-talk.ts'

const step: Extract<Step, { op: 'contacts' }> = {
  op: 'contacts',
  id: 'who',
  purpose: 'helpen',
  text: 'In {region} are:',
  none: 'Nobody in {region}; ask {helper}.',
}

function createContact(id: string, more: Partial<Contact> = {}): Contact {
  return {
    id,
    name: `Name ${id}`,
    about: `About ${id}.`,
    for: ['helpen'],
    source: { id: `S-${id}`, title: id, url: 'https://bron.voorbeeld.nl', date: '2026-01-01' },
    checkedOn: '2026-11-01',
    checkBefore: '2026-12-31',
    ...more,
  }
}

function say(contacts: Contact[], day?: string) {
  const content = sampleContent()
  wordsIn(content).regions.twente = sampleRegionWords('twente', { contacts })
  const begun = beginSample(content, { region: 'twente' }, day)
  sayContacts(begun, 'back', step)
  const said = endSample(begun)
  expect(said).toHaveLength(1)
  return said[0]
}

describe('sayContacts', () => {
  it('lists the contacts of the region for this purpose under its sentence', () => {
    const said = say([
      createContact('a'),
      createContact('b', { for: ['geld'] }),
      createContact('c', { for: ['geld', 'helpen'] }),
    ])
    expect(said?.text).toBe('In name of twente are:\n• Name a. About a.\n• Name c. About c.')
    expect(said?.marks).toEqual({ topic: 'back', step: 'who', kind: 'answer' })
  })

  it('rests on the sources of what is shown, and on the earliest check', () => {
    const said = say([
      createContact('a', { checkedOn: '2026-10-02' }),
      createContact('b', { checkedOn: '2026-09-01', for: ['geld'] }),
      createContact('c', { checkedOn: '2026-10-01' }),
    ])
    expect(said?.basis?.sources.map(({ id }) => id)).toEqual(['S-a', 'S-c'])
    expect(said?.basis?.reviewedOn).toBe('2026-10-01')
  })

  it('shows a contact up to and including its last day', () => {
    const contacts = [createContact('a'), createContact('b', { checkBefore: '2027-12-31' })]
    expect(say(contacts, '2026-12-31')?.text).toContain('Name a')
    expect(say(contacts, '2027-01-01')?.text).not.toContain('Name a')
    expect(say(contacts, '2027-01-01')?.text).toContain('Name b')
  })

  it('says so when the region has no contact for this, or none that was checked in time', () => {
    const none = 'Nobody in name of twente; ask helper of twente.'
    expect(say([])?.text).toBe(none)
    expect(say([createContact('a', { for: ['geld'] })])?.text).toBe(none)
    const late = say([createContact('a')], '2027-01-01')
    expect(late?.text).toBe(none)
    expect(late?.basis).toBeUndefined()
  })

  it('shows at most three', () => {
    const said = say(['a', 'b', 'c', 'd'].map((id) => createContact(id)))
    expect(said?.text.split('\n').slice(1)).toHaveLength(maxContacts)
    expect(said?.text).not.toContain('Name d')
    expect(maxContacts).toBe(3)
  })

  it('fills the places of those that may not be shown with others', () => {
    const expired = createContact('a', { checkBefore: '2026-11-01' })
    expect(say([expired, ...['b', 'c', 'd'].map((id) => createContact(id))])?.text).toContain('Name d')
  })

  it('shows nothing of another region', () => {
    const content = sampleContent()
    wordsIn(content).regions.twente = sampleRegionWords('twente', { contacts: [createContact('a')] })
    const begun = beginSample(content, { region: 'landelijk' })
    sayContacts(begun, 'back', step)
    expect(endSample(begun)[0]?.text).toBe('Nobody in name of landelijk; ask helper of landelijk.')
  })
})

describe('writeContact', () => {
  const words = { phone: 'Call', address: 'At', hours: 'Open', website: 'Site' }

  it('writes all that is known, in one line', () => {
    const contact = createContact('a', {
      phone: '053 123 45 67',
      address: 'Main street 1',
      hours: 'each day',
      url: 'https://a.voorbeeld.nl',
    })
    expect(writeContact(contact, words)).toBe(
      '• Name a. About a. Call: 053 123 45 67. At: Main street 1. Open: each day. Site: https://a.voorbeeld.nl',
    )
  })

  it('leaves out what is not known', () => {
    expect(writeContact(createContact('a', { hours: 'each day' }), words)).toBe('• Name a. About a. Open: each day.')
  })
})
