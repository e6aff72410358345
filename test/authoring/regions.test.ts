import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { regionalTopics } from '../../src/authoring/docs/render-differences.ts'
import type { Content } from '../../src/conversation/content.ts'
import type { RegionFile } from '../../src/conversation/dialog-files/region-file.ts'
import { fillIn } from '../../src/conversation/talk.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { loadUsable, textsOf, walkTopics } from './walk-topics.ts'

const { content, dialogs } = loadUsable('dialogs')
const files = dialogs.regions.map(({ data }) => data)
const fallback = content.fallbackRegion
const named = files.map(({ id }) => id).filter((id) => id !== fallback)
const today = new Date('2026-11-23T09:00:00Z')

/** Names that are in use all over the country, beside those that the region for everybody lists. */
const general = ['IPS', 'Hoofdzaak Werk']

/** Organisations of one region that another region names for a reason, each with that reason in its own sources. */
const shared: Record<string, string[]> = {
  // WerkPro took over a part of the dagbesteding in Drenthe (fact C23).
  drenthe: ['WerkPro'],
}

/** What gives a region away: names, numbers and addresses of its organisations and programmes. */
function marksOf(region: RegionFile): string[] {
  const organisations = region.organisations.flatMap(({ name, phone, url, address }) => [
    name,
    // "WerV (Dimence Groep)" and "Ixta Noa in Enschede" are also called by the first part.
    name.replace(/ (\(.*|in .*)$/, ''),
    phone,
    url,
    address,
  ])
  const programmes = region.programmes.flatMap(({ name, url }) => [name, url])
  return [...organisations, ...programmes].filter((mark) => mark !== undefined)
}

function findMarks(texts: readonly string[], marks: readonly string[]): string[] {
  return marks.flatMap((mark) => {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escapeForRegExp(mark)}(?![\\p{L}\\p{N}])`, 'u')
    const text = texts.find((each) => whole.test(each))
    return text === undefined ? [] : [`${mark}: ${text}`]
  })
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

describe('every region', () => {
  it('is one of the eight overlays', () => {
    expect(files.map(({ id }) => id).sort()).toEqual(
      ['almere', 'amsterdam', 'drenthe', 'groningen', 'landelijk', 'oss', 'rijk-van-nijmegen', 'twente'].sort(),
    )
  })

  const inEveryLanguage = files.flatMap((file) =>
    Object.keys(content.locales).map((locale) => [file.id, locale, file] as const),
  )

  it.each(inEveryLanguage)('never names an organisation of another one: %s in %s', (region, locale, own) => {
    const everywhere = files.filter(({ id }) => id === fallback).flatMap(marksOf)
    const allowed = new Set([...marksOf(own), ...everywhere, ...general, ...(shared[region] ?? [])])
    const others = files.filter(({ id }) => id !== region && id !== fallback).flatMap(marksOf)
    const foreign = [...new Set(others)].filter((mark) => !allowed.has(mark))
    const walk = { region, locale, now: today }
    const texts = textsOf(content, walk, walkTopics(content, walk))
    expect(texts.length).toBeGreaterThan(200)
    expect(findMarks(texts, foreign)).toEqual([])
  })

  it('shows its own contacts, so that the check above can see one', () => {
    const walk = { region: 'twente', now: today }
    const texts = textsOf(content, walk, walkTopics(content, walk))
    expect(findMarks(texts, ['WerV', 'Mediant', 'https://www.wervdg.nl']).length).toBe(3)
  })
})

describe('the topics that depend on the region', () => {
  const saidIn = (region: string, topic: string) =>
    new Set(walkTopics(content, { region, now: today, topics: [topic] }).map(({ text }) => text))
  const pairs = named.flatMap((region, index) => named.slice(index + 1).map((other) => [region, other] as const))

  it.each(regionalTopics)('are answered differently in each named region than elsewhere: %s', (topic) => {
    const elsewhere = saidIn(fallback, topic)
    const same = named.filter((region) => [...saidIn(region, topic)].every((text) => elsewhere.has(text)))
    expect(same).toEqual([])
  })

  it.each(['wie-helpt', 'aanmelden'])('differ between any two regions: %s', (topic) => {
    const said = new Map(named.map((region) => [region, saidIn(region, topic)]))
    const same = pairs.filter(([region, other]) => {
      const right = said.get(other)
      return [...(said.get(region) ?? [])].every((text) => right?.has(text))
    })
    expect(same).toEqual([])
  })
})

describe('a contact', () => {
  it('is not shown after the last day on which it may be', () => {
    const folder = mkdtempSync(join(tmpdir(), 'opstap-contacts-'))
    cpSync('dialogs', folder, { recursive: true })
    for (const name of readdirSync(join(folder, 'regions'))) {
      const path = join(folder, 'regions', name)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/checkBefore: .*/g, 'checkBefore: 2026-11-22'))
    }
    const early = loadUsable(folder).content
    for (const region of Object.keys(early.regions)) {
      const lastDay = contactMessages(early, region, new Date('2026-11-22T09:00:00Z'))
      const dayAfter = contactMessages(early, region, new Date('2026-11-23T09:00:00Z'))
      expect(dayAfter.length).toBeGreaterThan(0)
      expect(dayAfter.map(({ text, none }) => text === none)).not.toContain(false)
      expect(lastDay.map(({ text }) => text.includes('• '))).toContain(true)
    }
  })

  it('is shown nowhere once the date in the files has passed', () => {
    const last = files
      .flatMap(({ organisations }) => organisations.map(({ checkBefore }) => checkBefore))
      .sort()
      .at(-1)
    const after = new Date(Date.parse(`${last}T09:00:00Z`) + 24 * 60 * 60 * 1000)
    for (const region of Object.keys(content.regions)) {
      const shown = walkTopics(content, { region, now: after }).filter(({ text }) => text.includes('\n• '))
      expect(shown).toEqual([])
    }
  })
})

/** The lists of contacts in a region, each with what is said when there is none. */
function contactMessages(from: Content, region: string, now: Date): { text: string; none: string }[] {
  const { topics, regions } = wordsIn(from)
  const steps = Object.values(topics).flatMap((topic) =>
    topic.steps.flatMap((step) => (step.op === 'contacts' ? [{ topic: topic.id, step }] : [])),
  )
  const words = regions[region]
  return walkTopics(from, { region, now }).flatMap(({ text, marks }) => {
    const found = steps.find(({ topic, step }) => topic === marks.topic && step.id === marks.step)
    if (found === undefined || words === undefined) return []
    return [{ text, none: fillIn(found.step.none, { region: words.name, ...words.words }) }]
  })
}
