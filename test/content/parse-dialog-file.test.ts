import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { parseDialogFile } from '../../src/content/parse-dialog-file.ts'

describe('parseDialogFile', () => {
  const schema = z.object({ first: z.array(z.string()), second: z.array(z.string()) })

  it('reads what stands behind a reference, and places it where it is written', () => {
    const { source } = parseDialogFile('a.yaml', 'first: &both\n  - one\n  - two\nsecond: *both\n', schema)
    expect(source?.data.second).toEqual(['one', 'two'])
    expect(source?.placeOf(['second', 1])).toEqual({ file: 'a.yaml', line: 3 })
  })

  it('places what is not there at the nearest thing around it', () => {
    const { source } = parseDialogFile('a.yaml', 'first: []\nsecond:\n  - one\n', schema)
    expect(source?.placeOf(['second', 7, 'text']).line).toBe(2)
    expect(source?.placeOf(['third']).line).toBe(1)
  })

  it('names one problem of broken YAML, the first: the rest follows from it', () => {
    const { findings } = parseDialogFile('a.yaml', 'first:\n\t- one\nsecond:\n  - : two: three\n', schema)
    expect(findings).toMatchObject([{ rule: 'yaml', line: 2, message: expect.stringContaining('tab') }])
  })

  it('points at the quote that is not closed, also when a later quote seems to close it', () => {
    const { findings } = parseDialogFile('a.yaml', 'first: ["one]\nsecond:\n  - "two"\n', schema)
    expect(findings).toMatchObject([{ rule: 'yaml', line: 1, message: expect.stringContaining('aanhalingsteken') }])
  })

  it.each([
    ['a tab further down', 'first:\n  - one\n\tsecond: []\n', 3, 'tab'],
    ['a text that begins with a quote of its own', "first:\n  - 's avonds\n  - b\nsecond: []\n", 2, 'aanhalingsteken'],
    ['a line that springs in too little', 'a:\n  - b: c\n    d: e\n   f: g\n', 4, 'springt'],
  ])('says what is wrong with %s', (_title, text, line, word) => {
    const { findings } = parseDialogFile('a.yaml', text, schema)
    expect(findings).toMatchObject([{ rule: 'yaml', line, message: expect.stringContaining(word) }])
  })

  it('leaves a note alone that cuts nothing off', () => {
    const { findings } = parseDialogFile(
      'a.yaml',
      '# note\nfirst: # note\n  - "a # b" # note\n  - c#d e\nsecond: []\n',
      schema,
    )
    expect(findings).toEqual([])
  })

  it('counts as a person does, and says in words what is expected', () => {
    const { findings } = parseDialogFile(
      'a.yaml',
      'first:\n  - one\n  - two: three\nsecond: four\nthird: 5\n',
      schema.strict(),
    )
    expect(findings.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      expect.stringMatching(/^Nummer 2 van "first" moet een tekst zijn\. Zet aanhalingstekens/),
      expect.stringMatching(/^"second" moet een lijst zijn\. Zet er haken om/),
      expect.stringMatching(/^"third" is hier geen bekende sleutel\. Kijk of het goed gespeld is/),
    ])
  })

  it('tells which of a list a key is missing from, and how to write a number', () => {
    const amounts = z.object({ values: z.array(z.strictObject({ value: z.number(), until: z.string() })) })
    const { findings } = parseDialogFile('a.yaml', 'values:\n  - { value: 14,71 }\n', amounts)
    expect(findings.map(({ message }) => message)).toEqual([
      '"until" ontbreekt, bij values nummer 1.',
      '"71" is hier geen bekende sleutel, bij values nummer 1.',
    ])
    expect(findings[1]?.hint).toContain('met een punt')
  })

  it('gives what the schema tells authors as the hint', () => {
    const described = z.object({ day: z.iso.date().describe('A day as year-month-day.') })
    const { findings } = parseDialogFile('a.yaml', 'day: someday', described)
    expect(findings).toMatchObject([{ rule: 'vorm', line: 1, hint: 'A day as year-month-day.' }])
  })
})
