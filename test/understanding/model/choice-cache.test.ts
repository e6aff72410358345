import { describe, expect, it } from '@jest/globals'
import { createChoiceCache } from '../../../src/understanding/model/choice-cache.ts'

const about = (text: string, ids = ['loon', 'uren']) => ({
  text,
  candidates: ids.map((id) => ({ id, title: id, about: '' })),
})
const createCache = () => createChoiceCache(new Uint8Array(32), { mostKept: 2, keepMs: 1_000 })

describe('the cache of choices', () => {
  it('remembers what was chosen for the same words and candidates, also when that was none', () => {
    const cache = createCache()
    cache.keep(about('een'), { topic: 'loon' }, 0)
    cache.keep(about('twee'), { topic: undefined }, 0)
    expect(cache.find(about('een'), 999)).toEqual({ topic: 'loon' })
    expect(cache.find(about('twee'), 999)).toEqual({ topic: undefined })
    expect(cache.find(about('een', ['loon', 'schulden']), 999)).toBeUndefined()
    expect(cache.find(about('drie'), 999)).toBeUndefined()
  })

  it('forgets after its time, and what was used longest ago when it is full', () => {
    const cache = createCache()
    cache.keep(about('een'), { topic: 'loon' }, 0)
    expect(cache.find(about('een'), 1_000)).toBeUndefined()
    for (const text of ['een', 'twee']) cache.keep(about(text), { topic: 'loon' }, 0)
    cache.find(about('een'), 1)
    cache.keep(about('drie'), { topic: 'uren' }, 1)
    expect(['een', 'twee', 'drie'].map((text) => cache.find(about(text), 2)?.topic)).toEqual([
      'loon',
      undefined,
      'uren',
    ])
  })
})
