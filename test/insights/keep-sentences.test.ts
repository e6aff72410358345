import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createSentenceKeeper } from '../../src/insights/keep-sentences.ts'
import { partitionOfDay, sentenceCollection, sentenceIndex } from '../../src/insights/learned-sentence.ts'
import { listSentences, removeSentences } from '../../src/insights/list-sentences.ts'
import { type OpenedStore, openStore } from '../handoff/open-store.ts'

let opened: OpenedStore

beforeEach(async () => {
  opened = await openStore()
})

afterEach(() => opened.remove())

const day = '2026-11-23'

/** Does the job of one sentence. */
function keep(number: number, more: object = {}, most?: number) {
  const keeper = createSentenceKeeper(opened.store, most)
  const payload = { format: 1, sentenceId: `random-${number}`, text: `mag hond ${number} mee`, locale: 'nl', day }
  return keeper['keep-sentence']({ payload: { ...payload, ...more } })
}

const listed = async () => (await listSentences(opened.store)).sentences

describe('createSentenceKeeper', () => {
  it('keeps the words, the language, the day and the topic that was meant, and nothing else', async () => {
    expect(await keep(1, { suggested: 'reizen' })).toEqual({ outcome: 'done' })
    const { documents } = await opened.store.list({ collection: sentenceCollection, ...sentenceIndex })
    expect(documents.map(({ value }) => value)).toEqual([
      { format: 1, number: 1, text: 'mag hond 1 mee', locale: 'nl', day, suggested: 'reizen' },
    ])
  })

  it('keeps one when a job is done twice', async () => {
    await keep(1)
    expect(await keep(1)).toEqual({ outcome: 'done' })
    expect(await listed()).toHaveLength(1)
  })

  it('lets the oldest go beyond the bound', async () => {
    for (const number of [1, 2, 3, 4, 5]) await keep(number, {}, 3)
    expect((await listed()).map(({ text }) => text)).toEqual(['mag hond 3 mee', 'mag hond 4 mee', 'mag hond 5 mee'])
  })

  it('lets what cannot be read go first', async () => {
    await opened.store.commit({
      partition: partitionOfDay(day),
      puts: [
        {
          collection: sentenceCollection,
          id: 'other',
          value: { format: 2 },
          indexes: [{ name: sentenceIndex.index, value: sentenceIndex.value, order: 0 }],
        },
      ],
    })
    expect(await listSentences(opened.store)).toEqual({ sentences: [], unreadable: 1 })
    for (const number of [1, 2]) await keep(number, {}, 1)
    expect(await listSentences(opened.store)).toMatchObject({ sentences: [{ number: 2 }], unreadable: 0 })
  })

  it('keeps a sentence for 90 days after its day, and not longer', async () => {
    await keep(1)
    expect(await opened.store.sweep(new Date('2027-02-21T23:59:59Z'), 10)).toBe(0)
    expect(await listed()).toHaveLength(1)
    expect(await opened.store.sweep(new Date('2027-02-22T00:00:01Z'), 10)).toBe(1)
    expect(await listed()).toEqual([])
  })

  it('lays a job aside that it cannot read', async () => {
    expect(await keep(1, { format: 2 })).toEqual({ outcome: 'dead', reason: 'unreadable' })
    expect(await listed()).toEqual([])
  })
})

describe('listSentences', () => {
  it('reads all of a long list, oldest first, over more than one day', async () => {
    for (let number = 1; number <= 501; number += 1) await keep(number, { day: number % 2 === 0 ? day : '2026-11-24' })
    const numbers = (await listed()).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: 501 }, (_, index) => index + 1))
  })
})

describe('removeSentences', () => {
  it('takes off what is named, and does not mind what is gone', async () => {
    for (const number of [1, 2]) await keep(number)
    const [first] = await listed()
    if (first === undefined) throw new Error('Nothing was kept.')
    await removeSentences(opened.store, [first])
    await removeSentences(opened.store, [first])
    expect((await listed()).map(({ number }) => number)).toEqual([2])
  })
})
