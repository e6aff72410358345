import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createConversations } from '../../src/turn/conversations.ts'
import { createSayAsHuman } from '../../src/turn/say-as-human.ts'
import { sampleContent } from '../conversation/sample-content.ts'
import { exampleCase } from '../handoff/example-case.ts'
import { type OpenedStore, openStore } from '../handoff/open-store.ts'

const now = new Date('2026-11-23T12:00:00Z')
let opened: OpenedStore

beforeEach(async () => {
  opened = await openStore()
})
afterEach(() => opened.remove())

const sayer = () => {
  return createSayAsHuman({ store: opened.store, readContent: () => sampleContent(), clock: { now: () => now } })
}

describe('saying something as a human', () => {
  it('puts the words into the log of the conversation, with who says them', async () => {
    const open = exampleCase()
    expect(await sayer()(open, ' Ik bel je morgen. {rol} ')).toBe('said')
    const [entry] = await createConversations(opened.store).read(open.conversationId, 0, 10)
    expect(entry?.sequence).toBe(1)
    expect(entry?.activity).toMatchObject({
      text: `human-answer ${open.role} ${open.organisation} Ik bel je morgen. {rol}`,
      from: { role: 'bot' },
      channelData: { opstap: { topic: 'handoff', step: 'human-answer', kind: 'handoff' } },
    })
  })

  it('comes after what was said before, however many speak at once', async () => {
    const open = exampleCase()
    const say = sayer()
    await Promise.all(['one', 'two', 'three'].map((word) => say(open, word)))
    const entries = await createConversations(opened.store).read(open.conversationId, 0, 10)
    expect(entries.map((entry) => entry.sequence)).toEqual([1, 2, 3])
  })

  it('refuses a conversation on a channel that has to be delivered to', async () => {
    expect(await sayer()({ ...exampleCase(), channel: 'botframework' }, 'hallo')).toBe('no-channel')
  })
})
