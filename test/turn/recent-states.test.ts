import { describe, expect, it } from '@jest/globals'
import { createState } from '../../src/conversation/state.ts'
import { createRecentStates } from '../../src/turn/recent-states.ts'

const at = (seconds: number) => new Date(Date.parse('2026-11-23T09:00:00Z') + seconds * 1000)
const recent = (version: number) => ({ state: createState('v1'), version, lastSequence: version * 2 })

describe('createRecentStates', () => {
  it('finds what was remembered last', () => {
    const recents = createRecentStates()
    recents.remember('a', recent(1), at(0))
    recents.remember('a', recent(2), at(1))
    expect(recents.find('a', at(2))).toEqual(recent(2))
    expect(recents.find('b', at(2))).toBeUndefined()
  })

  it('knows nothing any more after two minutes', () => {
    const recents = createRecentStates()
    recents.remember('a', recent(1), at(0))
    expect(recents.find('a', at(119))).toBeDefined()
    expect(recents.find('a', at(120))).toBeUndefined()
  })

  it('knows nothing any more of what was forgotten', () => {
    const recents = createRecentStates()
    recents.remember('a', recent(1), at(0))
    recents.forget('a')
    expect(recents.find('a', at(0))).toBeUndefined()
  })

  it('holds at most 2,000 conversations and lets the oldest go', () => {
    const recents = createRecentStates()
    for (let no = 0; no <= 2000; no += 1) recents.remember(`c${no}`, recent(1), at(0))
    expect(recents.find('c0', at(0))).toBeUndefined()
    expect(recents.find('c1', at(0))).toBeDefined()
    expect(recents.find('c2000', at(0))).toBeDefined()
  })
})
