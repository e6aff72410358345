import type { AnswerStep, Content, Phrase, Region, Step, Topic } from '../../src/conversation/content.ts'
import { type PhraseName, phraseChoices, phraseNames, phraseVariables } from '../../src/conversation/dialog-files.ts'

/** A small invented Content: every phrase says its own name, so that tests read what was said without knowing Dutch. */
export function sampleContent(topics: Record<string, Step[]> = sampleTopics()): Content {
  const compiled = Object.fromEntries(
    Object.entries(topics).map(([id, steps]): [string, Topic] => [id, { id, title: `title of ${id}`, steps }]),
  )
  return {
    version: 'sample',
    regions: { landelijk: sampleRegion('landelijk', []), twente: sampleRegion('twente', ['Almelo', 'Hengelo']) },
    fallbackRegion: 'landelijk',
    menu: Object.keys(compiled),
    topics: { landelijk: compiled, twente: compiled },
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
      elsewhere: 'elsewhere',
      noRegion: 'rather not',
      more: 'more',
    },
    crisis: {
      numbers: [],
      help: [],
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

function samplePhrases(): Record<PhraseName, Phrase> {
  const phrase = (name: PhraseName): Phrase => ({
    texts:
      name === 'handoff-summary'
        ? ['about {onderwerpen}', 'region {regio}', 'contact {contact}', 'added {toevoeging}']
        : [[name, ...(phraseVariables[name] ?? []).map((variable) => `{${variable}}`)].join(' ')],
    choices: (
      phraseChoices[name] ?? (name === 'handoff-summary' ? ['chat', 'phone', 'email', 'unknown-region'] : [])
    ).map((id) => ({ id, label: `${name} ${id}`, phrases: [] })),
  })
  return Object.fromEntries(phraseNames.map((name) => [name, phrase(name)])) as Record<PhraseName, Phrase>
}

function sampleRegion(id: string, municipalities: string[]): Region {
  return {
    id,
    name: `name of ${id}`,
    municipalities,
    words: {},
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
