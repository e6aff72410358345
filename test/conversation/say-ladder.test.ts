import { describe, expect, it } from '@jest/globals'
import { sayLadder } from '../../src/conversation/say-ladder.ts'
import { wordsIn } from '../../src/conversation/words-in.ts'
import { sampleContent, sampleRegionWords } from './sample-content.ts'
import { beginSample, endSample } from './sample-talk.ts'

const step = { op: 'ladder', id: 'steps', text: 'The steps in {region}:' } as const

function say(region: string) {
  const content = sampleContent()
  wordsIn(content).regions.twente = sampleRegionWords('twente', {
    route: [
      { id: 'day', name: 'Day', about: 'the guide' },
      { id: 'try', name: 'Try', about: 'the key figure' },
      { id: 'work', name: 'Work', about: 'the boss' },
    ],
  })
  const begun = beginSample(content, { region })
  sayLadder(begun, 'back', step)
  return endSample(begun)
}

describe('sayLadder', () => {
  it('shows a picture of the ladder of the region, and says the same in words', () => {
    expect(say('twente')).toMatchObject([
      {
        text: 'The steps in name of twente:\n1. Day: the guide\n2. Try: the key figure\n3. Work: the boss',
        picture: { kind: 'ladder', title: 'The steps in name of twente:', rungs: ['Day', 'Try', 'Work'] },
        marks: { topic: 'back', step: 'steps', kind: 'answer' },
      },
    ])
  })

  it('names every rung of the picture in the words', () => {
    const [said] = say('twente')
    for (const rung of said?.picture?.rungs ?? ['no picture']) expect(said?.text).toContain(`${rung}: `)
  })

  it('shows another ladder in another region', () => {
    expect(say('landelijk')[0]?.picture?.rungs).toEqual(['Low', 'High'])
  })
})
