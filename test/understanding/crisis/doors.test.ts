import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { crisisRules, findCrisis } from '../../../src/understanding/crisis/find-crisis.ts'
import { crisisDoors } from '../../../src/understanding/meaning.ts'

const dialogs = join(import.meta.dirname, '../../../dialogs')
const readDoors = (file: string): string[] =>
  Object.keys(
    z.object({ doors: z.record(z.string(), z.unknown()) }).parse(parse(readFileSync(join(dialogs, file), 'utf8')))
      .doors,
  )

describe('the doors of the crisis ladder', () => {
  it('are each opened by a rule', () => {
    const opened = crisisRules.flatMap(({ door }) => (door === undefined ? [] : [door]))
    expect([...new Set(opened)].sort()).toEqual([...crisisDoors].sort())
  })

  it.each(['crisis.yaml', 'en/crisis.yaml'])('each have written words in %s', (file) => {
    expect(readDoors(file).sort()).toEqual([...crisisDoors].sort())
  })

  it.each([
    ['ik hoor stemmen in mijn hoofd', 'geel', 'verwarring'],
    ['de stemmen zeggen dat ik dood moet', 'rood', 'verwarring'],
    ['ik slaap al vier nachten niet', 'geel', 'onrust'],
    ['ik snij mezelf als het te veel is', 'oranje', 'zelfbeschadiging'],
    ['mijn man slaat me', 'oranje', 'geweld-thuis'],
    ['mijn man slaat me nu', 'rood', 'geweld-thuis'],
    ['ik ben verkracht', 'oranje', 'seksueel-geweld'],
    ['mijn begeleider zit aan me', 'oranje', 'begeleider'],
    ['ze pakken mijn geld', 'geel', 'begeleider'],
    ['ik kom morgen met een mes naar jullie kantoor', 'rood', 'dreiging'],
    ['mijn kind durft niet thuis', 'geel', 'kind'],
    ['ik slaap in mijn auto en heb niks te eten', 'geel', 'bestaan'],
    ['ik heb schulden en zie geen uitweg meer', 'geel', 'geldnood'],
    ['mijn buurman is verward', 'wit', 'ander'],
  ])('reads "%s" as %s with the door %s', (text, level, door) => {
    expect(findCrisis(text)).toMatchObject({ level, door })
  })

  it('keeps the door of what else was said beside a wish to die', () => {
    expect(findCrisis('mijn man slaat me. ik wil dood')).toMatchObject({ level: 'oranje', besideDoor: 'geweld-thuis' })
    expect(findCrisis('ik wil dood')).toEqual({ level: 'oranje', rule: 'wil-dood' })
  })
})
