import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ModelError } from '../../../src/understanding/model/model-error.ts'
import { composePrompt, readChoice } from '../../../src/understanding/model/model-prompt.ts'

const candidates = ['loon', 'uren'].map((id) => ({ id, title: id, about: '' }))

describe('composePrompt', () => {
  it('keeps the words of a person apart from the instructions, whatever they are', () => {
    const usual = composePrompt({ text: '', candidates })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { system, user } = composePrompt({ text, candidates })
        expect(system).toBe(usual.system)
        expect(JSON.parse(user)).toEqual({ message: text })
      }),
    )
  })
})

describe('readChoice', () => {
  it.each([
    ['{"topic":"loon"}', 'loon'],
    ['Sure:\n```json\n{ "topic" : "uren" }\n```', 'uren'],
    ['{"topic":"none"}', undefined],
    ['{"topic":"crisis"}', undefined],
    ['{"topic":"LOON"}', undefined],
  ])('reads %s', (content, topic) => {
    expect(readChoice(content, candidates)).toBe(topic)
  })

  it.each([
    '',
    'loon',
    '{"topic":["loon"]}',
    '{"topic":"loon","crisis":"rood"}',
    `${' '.repeat(3000)}{"topic":"loon"}`,
  ])('takes "%s" for no answer', (content) => {
    expect(() => readChoice(content, candidates)).toThrow(ModelError)
  })

  it('gives an id that was offered, or none, or takes it for no answer: never anything else', () => {
    const contents = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((topic) => `{"topic":${topic}}`),
    )
    fc.assert(
      fc.property(contents, (content) => {
        try {
          expect(['loon', 'uren', undefined]).toContain(readChoice(content, candidates))
        } catch (error) {
          expect(error).toMatchObject({ code: 'nonsense' })
        }
      }),
    )
  })
})
