import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { crisisRules, findCrisis } from '../../../src/understanding/crisis/find-crisis.ts'

const exampleSchema = z.record(z.string(), z.strictObject({ fires: z.string(), not: z.string().optional() }))
const examples = exampleSchema.parse(parse(readFileSync(join(import.meta.dirname, 'rules.yaml'), 'utf8')))

describe('crisisRules', () => {
  it('have names of their own', () => {
    const names = crisisRules.map((rule) => rule.name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('each have an example in rules.yaml, and no example is left over', () => {
    expect(Object.keys(examples).sort()).toEqual(crisisRules.map((rule) => rule.name).sort())
  })

  it.each(crisisRules.map((rule) => [rule.name, rule.level] as const))(
    '%s fires at %s on its own example',
    (name, level) => {
      expect(findCrisis(examples[name]?.fires ?? '')).toMatchObject({ level, rule: name })
    },
  )

  it.each(
    Object.entries(examples).flatMap(([name, example]) => (example.not === undefined ? [] : [[name, example.not]])),
  )('%s stays silent at "%s"', (name, text) => {
    expect(findCrisis(text)?.rule).not.toBe(name)
    expect(['rood', 'oranje']).not.toContain(findCrisis(text)?.level)
  })
})

describe('findCrisis: what stands around the words', () => {
  it.each([
    ['ik denk niet aan zelfmoord', 'geel'],
    ['ik denk niet dat ik dood wil', 'geel'],
    ['ik kan dit niet aan ik wil dood', 'oranje'],
    ['ik wil niet meer ik wil dood', 'oranje'],
    ['vroeger wilde ik dood', 'wit'],
    ['vroeger wilde ik dood en nu weer', 'oranje'],
    ['vroeger wilde ik dood, nu gaat het goed en wil ik werken', 'wit'],
    ['In 2016 heb ik een zelfmoordpoging gedaan', 'wit'],
    ['vanavond als mijn man slaapt stap ik uit het leven', 'rood'],
    ['ik doe het nu. vergeef me mama', 'rood'],
    ['ik heb het pistool van mijn opa klaarliggen', 'rood'],
    ['k wil niet meer lefen', 'oranje'],
    ['ik gamezelf wat aandoen', 'oranje'],
    ['mijn broer wil dood', 'wit'],
    ['mijn broer is weg en ik wil dood', 'oranje'],
    ['man weg werk weg wil dood', 'oranje'],
    ['mijn vriend zegt steeds ik wil dood', 'wit'],
    ['mijn begeleider zegt dat ik hulp nodig heb want ik wil dood', 'oranje'],
    ['ik zei tegen mijn moeder ik wil dood', 'oranje'],
    ['ik mag niet dood', 'geel'],
    ['mag ik niet gewoon doodgaan', 'oranje'],
    ['kan ik mijn leven niet gewoon laten eindigen', 'oranje'],
    ['ik maak er ooit nog een einde aan', 'oranje'],
    ['ik zou het niet erg vinden als ik niet meer wakker werd', 'oranje'],
    ['zelf beschadiging doe ik al jaren', 'oranje'],
    ['ik ga me opahngen', 'oranje'],
    ['ik verlang naar een baan', undefined],
    ['ik wil er een eind aan maken', 'oranje'],
    ['ik wil er vanavond een eind aan maken', 'rood'],
    ['vanavond om 8 uur maak ik er een eind aan', 'rood'],
    ['mijn contract is niks ik wil er een eind aan maken', 'geel'],
    ['ik wil er een eind aan maken aan mijn leven', 'oranje'],
    ['ik zit al jaren op de dagbesteding en ik kan niet meer', 'geel'],
  ])('reads "%s" as %s', (text, level) => {
    expect(findCrisis(text)?.level).toBe(level)
  })

  it.each([
    'ik wil er een eind aan maken aan de dagbesteding',
    'ik kan niet meer dan 12 uur',
    'ik zie het niet zitten om te werken',
    'ik stop ermee',
    'morgen ben ik er niet',
    'bedankt, ik ga nu',
    'heb net een paracetamol genomen',
  ])('stays silent at "%s": the object decides', (text) => {
    expect(findCrisis(text)).toBeUndefined()
  })

  it('reads only signs that stand alone as geel, and takes them for words beside others', () => {
    expect(findCrisis('🔪')).toEqual({ level: 'geel', rule: 'alleen-tekens' })
    expect(findCrisis('😀😀')).toBeUndefined()
    expect(findCrisis('ik wil ⚰️')?.level).toBe('oranje')
  })

  it('does not repeat what only the message before said', () => {
    expect(findCrisis('hoe laat gaan jullie open', 'ik wil dood')).toBeUndefined()
  })
})
