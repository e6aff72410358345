import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import { findCrisis } from '../../src/understanding/crisis/find-crisis.ts'
import { commands } from '../../src/understanding/meaning.ts'

const folder = join(import.meta.dirname, '../../dialogs')
const topicSchema = z.object({ id: z.string(), examples: z.array(z.string()) })
const commandsSchema = z.object({
  commands: z.record(z.string(), z.array(z.string())),
  outOfScope: z.array(z.string()),
})
const topics = readdirSync(join(folder, 'topics')).map((file) =>
  topicSchema.parse(parse(readFileSync(join(folder, 'topics', file), 'utf8'))),
)
const others = commandsSchema.parse(parse(readFileSync(join(folder, 'commands.yaml'), 'utf8')))
const commandExamples = Object.fromEntries(commands.map((command) => [command, others.commands[command] ?? []]))
const understand = createUnderstand({
  topics: Object.fromEntries(topics.map((topic) => [topic.id, topic.examples])),
  commands: commandExamples,
  outOfScope: others.outOfScope,
})
const nothingAsked = { choices: [], expectsText: false }

describe('understanding trained on the real dialogs', () => {
  it.each([
    ['Wat als het niet goed gaat, kan ik dan nog wel terugkomen bij jullie op de dagbesteding?', 'terugkomen'],
    ['Wat gebeurt er dan met mijn uitkering?', 'uitkering'],
    ['Kom ik niet in de schulden?', 'schulden'],
    ['Ik durf niet, ik blijf wel hier. Ik weet wat ik heb', 'durf-niet'],
  ])('reads "%s" as %s', (text, topic) => {
    expect(understand(text, nothingAsked).intent).toMatchObject({ kind: 'topic', topic })
  })

  it.each([
    'Ergens anders',
    'ergens anders',
    'heel anders',
    'mensen',
    'Deventer',
    'Zwolle',
    'Hengelo',
    'Almelo',
    'Enschede',
    'Haaksbergen',
    'Apeldoorn',
    'Den Haag',
    'ja',
    'nee',
    'weet ik niet',
  ])('takes "%s", a short answer to another question, neither for a command nor for a sure topic', (text) => {
    expect(['unclear', 'clarify']).toContain(understand(text, nothingAsked).intent.kind)
  })

  it('leaves an unknown place unclear where a region is asked, and reads the fallback in its own words', () => {
    const choices = [
      { id: 'region:twente', label: 'Twente', phrases: ['Hengelo'] },
      { id: 'region:landelijk', label: 'Ergens anders', phrases: [] },
    ]
    const read = (text: string) => understand(text, { choices, expectsText: false }).intent
    expect(read('Deventer').kind).toBe('unclear')
    expect(read('Zwolle').kind).toBe('unclear')
    expect(read('ergens anders')).toEqual({ kind: 'choice', choice: 'region:landelijk' })
    expect(read('hengelo')).toEqual({ kind: 'choice', choice: 'region:twente' })
  })

  it.each(['oké', 'ja', 'nee', 'ok'])('does not let "%s" skip a question that has no such choice', (text) => {
    const choices = [{ id: 'bijstand', label: 'Bijstand', phrases: [] }]
    expect(understand(text, { choices, expectsText: false }).intent).toEqual({ kind: 'unclear', topics: [] })
  })

  it.each([
    ['mens spreken', 'mens'],
    ['dank u', 'bedankt'],
    ['stop maar', 'stoppen'],
    ['korter graag', 'korter'],
    ['waarom dan', 'waarom'],
  ])('still hears "%s" as %s', (text, command) => {
    expect(understand(text, nothingAsked).intent).toEqual({ kind: 'command', command })
  })

  it('raises none of the example sentences to rood or oranje', () => {
    const sentences = [
      ...topics.flatMap((topic) => topic.examples),
      ...Object.values(others.commands).flat(),
      ...others.outOfScope,
    ]
    const raised = sentences.filter((text) => ['rood', 'oranje'].includes(findCrisis(text)?.level ?? ''))
    expect(raised).toEqual([])
  })

  it('knows every command in the words of its examples', () => {
    for (const [command, texts] of Object.entries(commandExamples)) {
      for (const text of texts)
        expect([text, understand(text, nothingAsked).intent]).toEqual([text, { kind: 'command', command }])
    }
  })
})
