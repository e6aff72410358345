import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readContent } from '../../src/content/load-content.ts'
import { describeMoment } from '../../src/conversation/describe-moment.ts'
import { resolveMoment } from '../../src/conversation/resolve-moment.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { createTimeZone } from '../../src/handoff/time-zone.ts'
import { readDutch } from '../understanding/slots/read-slots.ts'

const { content } = readContent(join(import.meta.dirname, '..', '..', 'dialogs'))
const zone = createTimeZone('Europe/Amsterdam')
const now = zone.momentOf('2026-11-21', 10 * 60)

function say(text: string, locale: string): string | undefined {
  const [mention] = readDutch(text).moments ?? []
  const moment = mention && resolveMoment(mention, now, zone)
  return moment && describeMoment(moment, wordsIn(content, locale))
}

describe('describeMoment', () => {
  it.each([
    ['overmorgen om 9.30 uur', 'maandag 23 november om 9.30 uur'],
    ['dinsdag tussen 9 en 12', 'dinsdag 24 november tussen 9.00 en 12.00 uur'],
    ['vrijdagmiddag', 'vrijdag 27 november, in de middag'],
    ['2 december', 'woensdag 2 december'],
    ['volgende week', 'tussen maandag 23 november en zondag 29 november'],
    ['om 3 uur', 'zaterdag 21 november om 15.00 uur'],
  ])('says "%s" as "%s"', (text, words) => {
    expect(say(text, 'nl')).toBe(words)
  })

  it('says it in another language', () => {
    expect(say('vrijdagmiddag', 'en')).toBe('Friday 27 November, in the afternoon')
  })
})
