import { describe, expect, it } from '@jest/globals'
import { createTalk } from '../../src/authoring/talk.ts'
import { loadReal } from './real-talk.ts'

/**
 * Every cell of the table "uitkering × situation" of the content dossier (money, §10): who gets which answers. Each path
 * also says who can calculate it (`wie-rekent`) and one small step.
 */
const real = loadReal()

const bijstand = ['bijstand']
const wajongOld = ['wajong', 'wajong-oud']
const wajong2010 = ['wajong', 'wajong-2010']
const wajong2015 = ['wajong', 'wajong-2015']
const wga = ['wia', 'wga']
const iva = ['wia', 'iva']
const wao = ['wia', 'wao']
const ziektewet = ['andere', 'ziektewet']
const ww = ['andere', 'ww']
const none = ['andere', 'geen']

/** What was chosen -> the answers that state facts, in order; `~` stands for the year. */
const cells: [string[], string[]][] = [
  [
    [...bijstand, 'onbetaald'],
    ['bijstand-vrijwilligerswerk~', 'bijstand-proefplaatsing'],
  ],
  [
    [...bijstand, 'beschut', 'weinig'],
    ['bijstand-beschut-weinig', 'bijstand-houden-beschut~'],
  ],
  [[...bijstand, 'beschut', 'veel'], ['bijstand-beschut-veel~']],
  [
    [...bijstand, 'beschut', 'weet-niet'],
    ['bijstand-beschut', 'bijstand-houden-beschut~'],
  ],
  [
    [...bijstand, 'gewoon'],
    ['bijstand-gewoon', 'bijstand-houden-gewoon~'],
  ],
  [
    [...bijstand, 'stopt'],
    ['bijstand-stopt', 'bijstand-wachten~'],
  ],
  [
    [...wajongOld, 'onbetaald'],
    ['uwv-vrijwilligerswerk', 'wajong-proefplaatsing'],
  ],
  [
    [...wajongOld, 'beschut'],
    ['wajong-beschut', 'wajong-rekensom~'],
  ],
  [
    [...wajongOld, 'gewoon'],
    ['wajong-gewoon', 'wajong-rekensom~'],
  ],
  [[...wajongOld, 'stopt'], ['wajong-oud-stopt']],
  [
    [...wajong2010, 'onbetaald'],
    ['uwv-vrijwilligerswerk', 'wajong-proefplaatsing'],
  ],
  [
    [...wajong2010, 'beschut'],
    ['wajong-beschut', 'wajong-rekensom~'],
  ],
  [
    [...wajong2010, 'gewoon'],
    ['wajong-gewoon', 'wajong-rekensom~'],
  ],
  [[...wajong2010, 'stopt'], ['wajong-2010-stopt']],
  [
    [...wajong2015, 'onbetaald'],
    ['uwv-vrijwilligerswerk', 'wajong-2015-proefplaatsing'],
  ],
  [
    [...wajong2015, 'beschut'],
    ['wajong-2015-werk', 'wajong-2015-rekensom~'],
  ],
  [
    [...wajong2015, 'gewoon'],
    ['wajong-2015-werk', 'wajong-2015-rekensom~'],
  ],
  [[...wajong2015, 'stopt'], ['wajong-2015-stopt']],
  [
    ['wajong', 'wajong-onbekend', 'onbetaald'],
    ['uwv-vrijwilligerswerk', 'wajong-onbekend-proefplaatsing'],
  ],
  [['wajong', 'wajong-onbekend', 'gewoon'], ['wajong-onbekend-werk']],
  [['wajong', 'wajong-onbekend', 'stopt'], ['wajong-onbekend-stopt']],
  [
    [...wga, 'onbetaald'],
    ['uwv-vrijwilligerswerk', 'uwv-proefplaatsing'],
  ],
  [[...wga, 'beschut'], ['wga-beschut']],
  [[...wga, 'gewoon'], ['wga-gewoon']],
  [[...wga, 'stopt'], ['wga-stopt']],
  [
    [...iva, 'onbetaald'],
    ['uwv-vrijwilligerswerk', 'iva-proefplaatsing'],
  ],
  [[...iva, 'beschut'], ['iva-werk']],
  [[...iva, 'gewoon'], ['iva-werk']],
  [[...iva, 'stopt'], ['iva-stopt']],
  [
    [...wao, 'onbetaald'],
    ['uwv-vrijwilligerswerk', 'uwv-proefplaatsing'],
  ],
  [[...wao, 'beschut'], ['wao-werk']],
  [[...wao, 'gewoon'], ['wao-werk']],
  [[...wao, 'stopt'], ['wao-stopt']],
  [
    [...ziektewet, 'onbetaald'],
    ['uwv-vrijwilligerswerk', 'uwv-proefplaatsing'],
  ],
  [[...ziektewet, 'beschut'], ['ziektewet-werk']],
  [[...ziektewet, 'gewoon'], ['ziektewet-werk']],
  [[...ziektewet, 'stopt'], ['ziektewet-stopt']],
  [
    [...ww, 'onbetaald'],
    ['ww-vrijwilligerswerk', 'uwv-proefplaatsing'],
  ],
  [[...ww, 'beschut'], ['ww-werk']],
  [[...ww, 'gewoon'], ['ww-werk']],
  [[...ww, 'stopt'], ['ww-stopt']],
  [
    [...none, 'onbetaald'],
    ['geen-vrijwilligerswerk', 'geen-proefplaatsing'],
  ],
  [
    [...none, 'beschut'],
    ['geen-beschut', 'geen-loon~'],
  ],
  [
    [...none, 'gewoon'],
    ['geen-gewoon', 'geen-loon~'],
  ],
  [[...none, 'stopt'], ['geen-stopt']],
  [
    ['weet-niet', 'uwv', 'onbetaald'],
    ['weet-niet-uwv', 'onbekend-onbetaald'],
  ],
  [
    ['weet-niet', 'uwv', 'beschut'],
    ['weet-niet-uwv', 'onbekend-werk'],
  ],
  [
    ['weet-niet', 'weet-niet', 'gewoon'],
    ['weet-niet-zoek', 'onbekend-werk'],
  ],
  [
    ['weet-niet', 'weet-niet', 'stopt'],
    ['weet-niet-zoek', 'onbekend-stopt'],
  ],
  [
    ['weet-niet', 'gemeente', 'gewoon'],
    ['bijstand-gewoon', 'bijstand-houden-gewoon~'],
  ],
]

describe.each([
  ['2026-11-23', '-2026'],
  ['2027-01-04', '-2027'],
])('uitkering by situation on %s', (day, year) => {
  const talk = createTalk(real, new Date(`${day}T09:00:00Z`))
  it.each(cells)('answers %j', (choices, expected) => {
    let moment = talk.mean(talk.begin().state, { kind: 'topic', topic: 'uitkering', confidence: 1, also: [] })
    const said: string[] = []
    for (const choice of choices) {
      moment = talk.mean(moment.state, { kind: 'choice', choice: `choice:${choice}` })
      said.push(...moment.replies.filter(({ marks }) => marks.explain !== undefined).map(({ marks }) => marks.step))
    }
    expect(said).toEqual([...expected.map((name) => name.replace('~', year)), 'wie-rekent'])
    expect(moment.replies.some(({ marks }) => marks.step.startsWith('kleine-stap'))).toBe(true)
    expect(moment.state.waiting.for).toBe('closing')
  })
})
