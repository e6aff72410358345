import type {
  AnswerStep,
  Content,
  LocaleContent,
  Phrase,
  Region,
  RegionWords,
  Step,
  Topic,
} from '../../src/conversation/content.ts'
import {
  type PhraseName,
  phraseChoices,
  phraseNames,
  phraseVariables,
  type RedactedKind,
  redactedKinds,
} from '../../src/conversation/dialog-files/phrases-file.ts'
import { benefitKinds } from '../../src/understanding/slots/slots.ts'

/** A small invented Content: every phrase says its own name, so that tests read what was said without knowing Dutch. */
export function sampleContent(topics: Record<string, Step[]> = sampleTopics()): Content {
  return {
    version: 'sample',
    regions: { landelijk: sampleRegion('landelijk', []), twente: sampleRegion('twente', ['Almelo', 'Hengelo']) },
    fallbackRegion: 'landelijk',
    regionOfMunicipality: { Almelo: 'twente', Hengelo: 'twente' },
    defaultLocale: 'nl',
    locales: { nl: sampleWords(topics, { tag: 'nl-NL', language: 'Dutch' }) },
    otherLanguages: {
      tr: { name: 'Turks', line: 'line tr', again: 'again tr', person: { label: 'human tr', phrases: ['insan'] } },
    },
    unnamedLanguage: 'unnamed',
  }
}

/**
 * The sample content with English beside Dutch, in which only the topic `money` is written.
 * @param topics topics in Dutch
 * @param english the same topic in English
 */
export function sampleBilingualContent(
  topics: Record<string, Step[]> = sampleTopics(),
  english: Step[] = (topics.money ?? []).map(inEnglish),
): Content {
  const content = sampleContent(topics)
  content.locales.en = sampleWords({ money: english }, { tag: 'en-GB', language: 'English' })
  return content
}

function inEnglish(step: Step): Step {
  return 'text' in step ? { ...step, text: `English ${step.text}` } : step
}

/** A sample content with more regions than fit under one message, one municipality in each. */
export function sampleContentOfRegions(ids: readonly string[]): Content {
  const content = sampleContent()
  const words = content.locales.nl
  for (const id of ids) {
    content.regions[id] = sampleRegion(id, [`town of ${id}`])
    content.regionOfMunicipality[`town of ${id}`] = id
    if (words !== undefined) words.regions[id] = sampleRegionWords(id)
  }
  return content
}

function sampleBenefits(): LocaleContent['benefits'] {
  const entries = benefitKinds.map((kind) => [kind, `you have ${kind}`])
  return Object.fromEntries(entries)
}

/** Everything that is written in one language. */
export function sampleWords(
  topics: Record<string, Step[]>,
  { tag, language }: { tag: string; language: string },
): LocaleContent {
  const compiled = Object.fromEntries(
    Object.entries(topics).map(([id, steps]): [string, Topic] => [id, { id, title: `title of ${id}`, steps }]),
  )
  const ids = Object.keys(compiled)
  return {
    tag,
    menu: { first: ids.slice(0, 4), groups: [{ id: 'all', label: 'all topics', topics: ids }] },
    topics: compiled,
    regions: { landelijk: sampleRegionWords('landelijk'), twente: sampleRegionWords('twente') },
    phrases: samplePhrases(),
    labels: {
      mens: 'a human',
      menu: 'the menu',
      otherwise: 'otherwise',
      easier: 'easier',
      shorter: 'shorter',
      example: 'example',
      why: 'why',
      none: 'none of these',
      learn: 'help learn',
      elsewhere: 'elsewhere',
      noRegion: 'rather not',
      more: 'more',
      moreRegions: 'more regions',
      language,
      phone: 'phone',
      address: 'address',
      hours: 'hours',
      website: 'website',
    },
    redacted: Object.fromEntries(redactedKinds.map((kind) => [kind, kind])) as Record<RedactedKind, string>,
    benefits: sampleBenefits(),
    amounts: {},
    crisis: {
      numbers: [],
      help: [],
      doors: {
        'geweld-thuis': {
          text: ['door of violence 112 113'],
          beside: 'line on violence',
          buttons: [
            { label: 'call the safe house', url: 'tel:08002000' },
            { label: 'a human', command: 'mens' },
          ],
        },
      },
      messages: {
        rood: { text: ['crisis rood 112 113'], buttons: [{ label: 'call 112', url: 'tel:112' }] },
        oranje: {
          text: ['crisis oranje 113'],
          buttons: [
            { label: 'call 113', url: 'tel:113' },
            { label: 'a human', command: 'mens' },
            { label: 'go on', command: 'verder' },
          ],
        },
        geel: {
          text: ['crisis geel 113 luisterlijn'],
          buttons: [
            { label: 'call 113', url: 'tel:113' },
            { label: 'go on', command: 'verder' },
          ],
        },
        wit: { text: ['crisis wit'], buttons: [{ label: 'go on', command: 'verder' }] },
      },
    },
  }
}

/** What is written about a region: nothing of its own yet. */
export function sampleRegionWords(id: string, more: Partial<RegionWords> = {}): RegionWords {
  return {
    name: `name of ${id}`,
    words: { helper: `helper of ${id}` },
    contacts: [],
    route: [
      { id: 'low', name: 'Low', about: 'below' },
      { id: 'high', name: 'High', about: 'above' },
    ],
    answers: {},
    topics: {},
    ...more,
  }
}

function samplePhrases(): Record<PhraseName, Phrase> {
  const phrase = (name: PhraseName): Phrase => ({
    texts:
      name === 'handoff-summary'
        ? [
            'about {onderwerpen}',
            'region {regio}',
            'contact {contact}',
            'added {toevoeging}',
            'danger {gevaar}',
            'language {taal}',
          ]
        : [[name, ...(phraseVariables[name] ?? []).map((variable) => `{${variable}}`)].join(' ')],
    choices: (phraseChoices[name] ?? []).map((id) => ({ id, label: `${name} ${id}`, phrases: [] })),
  })
  return Object.fromEntries(phraseNames.map((name) => [name, phrase(name)])) as Record<PhraseName, Phrase>
}

function sampleRegion(id: string, municipalities: string[]): Region {
  return {
    id,
    name: `name of ${id}`,
    municipalities,
    office: { timeZone: 'Europe/Amsterdam', week: [], closedOn: [], closedDates: [], earlyClosing: {} },
    routing: [
      { topics: [], queue: 'all', organisation: `organisation of ${id}`, role: 'helper', answerWithinHours: 4 },
    ],
  }
}

/** An answer step with every form. */
export function sampleAnswer(id: string, more: Partial<AnswerStep> = {}): Step {
  return {
    op: 'answer',
    id,
    text: `fact ${id}`,
    easier: `easy ${id}`,
    shorter: `short ${id}`,
    example: `example ${id}`,
    rule: `rule ${id}`,
    sources: [{ id: 'S1', title: 'Source', url: 'https://example.org/s1', date: '2026-01-01' }],
    reviewedOn: '2026-11-01',
    validUntil: '2027-05-01',
    ...more,
  }
}

/** Two topics: one with a question and two answers, one that depends on the region. */
export function sampleTopics(): Record<string, Step[]> {
  return {
    money: [
      { op: 'say', id: 'feeling', text: 'feeling' },
      {
        op: 'ask',
        id: 'which',
        text: 'which one?',
        slot: 'benefit',
        choices: [
          { id: 'a', label: 'Benefit A', phrases: [] },
          { id: 'b', label: 'Benefit B', phrases: [], goto: 3 },
        ],
      },
      { ...sampleAnswer('answer-a'), when: { benefit: ['a'] } },
      { ...sampleAnswer('answer-b'), when: { benefit: ['b'] } },
      { op: 'say', id: 'step', text: 'small step' },
      { op: 'end', id: 'end', related: ['back'] },
    ],
    back: [
      { op: 'say', id: 'feeling', text: 'feeling back' },
      { op: 'ask-region', id: 'where' },
      sampleAnswer('back-answer'),
      { op: 'end', id: 'end', related: ['money'] },
    ],
  }
}
