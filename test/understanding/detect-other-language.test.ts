import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { z } from 'zod'
import { readContent } from '../../src/content/load-content.ts'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import { createDetectOtherLanguage } from '../../src/understanding/detect-other-language.ts'
import { normaliseText } from '../../src/understanding/normalise-text.ts'
import { boundText } from '../../src/understanding/split-sentences.ts'
import { exampleSentences, trainingOf } from './example-sentences.ts'

const { content, training } = readContent(join(import.meta.dirname, '../../dialogs'))
const detectOtherLanguage = createDetectOtherLanguage(training)
const understand = createUnderstand(training)
const detect = (text: string) => detectOtherLanguage(boundText(text), normaliseText(boundText(text)))
const nothingAsked = { choices: [], expectsText: false, isPlaceAsked: false, locale: 'nl', mayChangeLanguage: false }

const read = (file: string) =>
  z.record(z.string(), z.array(z.string()).min(1)).parse(parse(readFileSync(join(import.meta.dirname, file), 'utf8')))
const { nl = [], en = [], ...others } = read('languages.yaml')
const learned = new Set(
  Object.values(training.languages).flatMap(({ examples }) =>
    [...Object.values(examples.topics), ...Object.values(examples.commands), examples.outOfScope]
      .flat()
      .map((text) => normaliseText(text)),
  ),
)
/** Without sentences that were learned from: authors write them too, and of those it is no merit to know that they are ours. */
const ours = [...nl, ...en].filter((text) => !learned.has(normaliseText(text)))

const goals = { recognised: 0.97, mistaken: 0.01 }

describe('detectOtherLanguage on the set of sentences', () => {
  it('recognises at least 97 %, and takes at most 1 % of Dutch and English for another language', () => {
    const rows = Object.entries(others).map(([tag, texts]) => ({
      tag,
      count: texts.length,
      right: texts.filter((text) => detect(text) === tag).length,
    }))
    const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
    const recognised = sum(rows.map(({ right }) => right)) / sum(rows.map(({ count }) => count))
    const mistaken = ours.filter((text) => detect(text) !== undefined)
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`
    process.stdout.write(
      [
        '\nOther languages (recognised of sentences)',
        ...rows.map(({ tag, right, count }) => `${tag.padEnd(6)} ${String(right).padStart(4)} of ${count}`),
        `all    ${percent(recognised)}; taken for another language: ${mistaken.length} of ${ours.length} in Dutch and English`,
        '',
      ].join('\n'),
    )
    expect(recognised).toBeGreaterThanOrEqual(goals.recognised)
    expect(mistaken.length / ours.length).toBeLessThanOrEqual(goals.mistaken)
  })

  it('is large enough to mean something, and holds no sentence twice', () => {
    for (const tag of [...Object.keys(content.otherLanguages), 'other'])
      expect(others[tag]?.length).toBeGreaterThanOrEqual(30)
    expect(nl.length).toBeGreaterThanOrEqual(150)
    expect(en.length).toBeGreaterThanOrEqual(60)
    expect(ours.length).toBeGreaterThanOrEqual(210)
    const all = [...Object.values(others).flat(), ...nl, ...en]
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([])
  })
})

describe('detectOtherLanguage', () => {
  it.each([
    ['merhaba', 'tr'],
    ['dzień dobry', 'pl'],
    ['bonjour', 'fr'],
    ['guten tag', 'de'],
    ['مرحبا', 'ar'],
    ['Привіт', 'uk'],
    ['ሰላም', 'ti'],
    ['你好', 'other'],
    ['здравствуйте', 'other'],
    ['سلام من کار می‌خواهم', 'other'],
  ])('reads "%s" alone as %s', (text, tag) => expect(detect(text)).toBe(tag))

  it.each([
    'stop',
    'help',
    'ok',
    'ja',
    'merci',
    'danke',
    'salam',
    'selam',
    'salut',
    'ciao',
    'merci beaucoup',
    '',
    '👍',
    '12',
  ])('leaves "%s", which people who write Dutch say too', (text) => expect(detect(text)).toBeUndefined())

  it('leaves Dutch with a greeting or a quote of another language in it', () => {
    expect(detect('bonjour, ik heb een vraag over mijn uitkering')).toBeUndefined()
    expect(detect('mijn vader zei السلام عليكم ورحمة الله وبركاته en ik begreep het niet')).toBeUndefined()
  })

  it.each(Object.entries(content.otherLanguages))('recognises its own lines and buttons in %s', (tag, words) => {
    for (const text of [words.line, words.again, words.person.label])
      expect({ text, tag: detect(text) }).toEqual({ text, tag })
  })

  it('takes no sentence that authors wrote in Dutch or English for another language', () => {
    const written = Object.values(training.languages).flatMap(({ examples }) => Object.values(examples.topics).flat())
    expect(written.filter((text) => detect(text) !== undefined)).toEqual([])
  })

  it('knows no other language when nothing is written about any', () => {
    const knowsNone = createDetectOtherLanguage(trainingOf(exampleSentences))
    expect(knowsNone('مرحبا', 'مرحبا')).toBeUndefined()
  })

  it('says the same again, and a tag that has lines or "other", for any text', () => {
    const tags = [undefined, 'other', ...Object.keys(content.otherLanguages)]
    const pieces = fc.constantFrom(
      'ğ',
      'ı',
      'ß',
      'صـ',
      'ї',
      'ሰ',
      '漢',
      '\u202e',
      'e\u0301',
      ' ',
      'ich',
      'je ',
      '🙂',
      '\ud800',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const found = detect(text)
          expect(tags).toContain(found)
          expect(detect(text)).toBe(found)
        },
      ),
    )
  })
})

describe('understand, with a message in another language', () => {
  it('says which language it is, and guesses nothing of what is meant', () => {
    expect(understand('Wajong param var, çalışırsam ne olur?', nothingAsked)).toMatchObject({
      intent: { kind: 'unclear', topics: [] },
      otherLanguage: 'tr',
    })
  })

  it.each(Object.values(content.otherLanguages).flatMap(({ person }) => [person.label, ...person.phrases]))(
    'hears a call for a human in "%s", also in a field for free text',
    (text) => {
      for (const expectsText of [false, true])
        expect(understand(text, { ...nothingAsked, expectsText }).intent).toEqual({ kind: 'command', command: 'mens' })
    },
  )

  it('takes a button by its words, and not by a word they have in common', () => {
    const choices = [{ id: 'wajong', label: 'Wajong', phrases: [] }]
    expect(understand('Wajong', { ...nothingAsked, choices }).intent).toEqual({ kind: 'choice', choice: 'wajong' })
    expect(understand('benim wajong param ne olacak', { ...nothingAsked, choices }).intent.kind).toBe('unclear')
  })

  it('leaves a field for free text alone', () => {
    const meaning = understand('Merhaba, iş arıyorum', { ...nothingAsked, expectsText: true })
    expect(meaning).toEqual({ intent: { kind: 'unclear', topics: [] } })
  })

  it('hears danger in it as before', () => {
    expect(understand('ölmek istiyorum', nothingAsked)).toMatchObject({
      crisis: { level: 'oranje' },
      otherLanguage: 'tr',
    })
  })

  it('does not change the language of the conversation by words that French has too', () => {
    const english = { ...nothingAsked, locale: 'en', mayChangeLanguage: true }
    expect(understand('je ne sais pas si je peux', english)).toMatchObject({ otherLanguage: 'fr' })
    expect(understand('je ne sais pas si je peux', english).language).toBeUndefined()
  })
})
