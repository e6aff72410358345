import { describe, expect, it } from '@jest/globals'
import type { Content, Step } from '../../src/conversation/content.ts'
import { maxButtons } from '../../src/conversation/talk.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { sampleAnswer, sampleBilingualContent, sampleContent } from './sample-content.ts'
import { labels, talk, texts } from './sample-talk.ts'

function createContent(count: number): Content {
  const ids = Array.from({ length: count }, (_, index) => `t${index}`)
  const content = sampleContent(Object.fromEntries(ids.map((id): [string, Step[]] => [id, [sampleAnswer('a')]])))
  wordsIn(content).menu = {
    first: ['t0', 't1'],
    groups: [
      { id: 'few', label: 'few topics', topics: ids.slice(0, 2) },
      { id: 'many', label: 'many topics', topics: ids.slice(2) },
    ],
  }
  return content
}

describe('the menu', () => {
  it('offers the first topics, the way to the others and a human', () => {
    expect(labels(talk(createContent(4)).start())).toEqual(['title of t0', 'title of t1', 'more', 'a human'])
  })

  it('shows a long menu in parts, always with a human', () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, index): [string, Step[]] => [`t${index}`, [sampleAnswer('a')]]),
    )
    const person = talk(sampleContent(many))
    expect(labels(person.start())).toEqual([
      'title of t0',
      'title of t1',
      'title of t2',
      'title of t3',
      'more',
      'a human',
    ])
    expect(labels(person.choose('menu:groups'))).toEqual(['all topics', 'a human'])
    expect(labels(person.choose('group:all'))).toEqual([
      'title of t0',
      'title of t1',
      'title of t2',
      'title of t3',
      'more',
      'a human',
    ])
    expect(labels(person.choose('group:all:4'))).toEqual([
      'title of t4',
      'title of t5',
      'title of t6',
      'title of t7',
      'title of t8',
      'a human',
    ])
  })

  it('offers the groups behind "more"', () => {
    const said = talk(createContent(4)).choose('menu:groups')
    expect(texts(said)).toEqual(['menu-more'])
    expect(labels(said)).toEqual(['few topics', 'many topics', 'a human'])
  })

  it('offers the topics of a group, with its name and the way back', () => {
    const said = talk(createContent(4)).choose('group:few')
    expect(texts(said)).toEqual(['menu-group few topics'])
    expect(labels(said)).toEqual(['title of t0', 'title of t1', 'more', 'a human'])
  })

  it('shows all topics of a group when they just fit', () => {
    expect(labels(talk(createContent(7)).choose('group:many'))).toEqual([
      'title of t2',
      'title of t3',
      'title of t4',
      'title of t5',
      'title of t6',
      'a human',
    ])
  })

  it('leads from page to page through a group until every topic was shown once', () => {
    const person = talk(createContent(16))
    const shown: string[] = []
    let choice: string | undefined = 'group:many'
    while (choice !== undefined) {
      const page = labels(person.choose(choice))
      expect(page.length).toBeLessThanOrEqual(maxButtons)
      expect(page.at(-1)).toBe('a human')
      shown.push(...page.filter((label) => label.startsWith('title')))
      choice = person.state.offered.find(({ id }) => id.startsWith('group:'))?.id
    }
    expect(shown).toEqual(Array.from({ length: 14 }, (_, index) => `title of t${index + 2}`))
  })

  it('starts the topic of a button', () => {
    const person = talk(createContent(4))
    person.choose('group:many')
    expect(texts(person.choose('topic:t3'))).toEqual(['fact a', 'closing'])
  })

  it('offers the groups when a group is gone', () => {
    expect(texts(talk(createContent(4)).choose('group:gone'))).toEqual(['menu-more'])
  })

  it('keeps the open question while somebody looks around', () => {
    const person = talk()
    person.topic('money')
    person.choose('menu:groups')
    expect(person.state.waiting).toEqual({ for: 'answer', place: { topic: 'money', step: 'which' } })
  })
})

describe('the menu in two languages', () => {
  it('offers the other language at the start, and leaves room for it', () => {
    const content = sampleBilingualContent()
    wordsIn(content).menu.first = ['money', 'back', 'money', 'back']
    const said = talk(content).start()
    expect(labels(said)).toEqual(['title of money', 'title of back', 'title of money', 'more', 'English', 'a human'])
  })

  it('offers Dutch to who speaks English', () => {
    const said = talk(sampleBilingualContent(), { locale: 'en' }).start()
    expect(labels(said)).toEqual(['title of money', 'more', 'Dutch', 'a human'])
    expect(said[0]?.locale).toBe('en-GB')
  })

  it('does not offer it later: then the room is for topics', () => {
    expect(labels(talk(sampleBilingualContent()).command('menu'))).not.toContain('English')
  })

  it('offers only topics that are written in the language', () => {
    const content = sampleBilingualContent()
    const english = wordsIn(content, 'en')
    english.menu = { first: ['back', 'money'], groups: [{ id: 'all', label: 'all', topics: ['back', 'money'] }] }
    const person = talk(content, { locale: 'en' })
    expect(labels(person.command('menu'))).toEqual(['title of money', 'more', 'a human'])
    expect(labels(person.choose('group:all'))).toEqual(['title of money', 'more', 'a human'])
  })
})
