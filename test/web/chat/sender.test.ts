import { describe, expect, it } from '@jest/globals'
import { addItem, dropEchoed, type Outbox } from '../../../src/web/chat/outbox.ts'
import { createSender } from '../../../src/web/chat/sender.ts'
import type { SessionAnswer } from '../../../src/web/chat/session.ts'

const accepted: SessionAnswer<'accepted'> = { outcome: 'ok', value: 'accepted' }
const later: SessionAnswer<'accepted'> = { outcome: 'later', afterMs: 0 }

function begin(answers: SessionAnswer<'accepted'>[], texts = ['een', 'twee']) {
  let outbox = texts.reduce<Outbox>(
    (all, text, index) => addItem(all, { id: `m${index + 1}`, text, createdAt: '' }),
    [],
  )
  const sent: string[] = []
  const waits: number[] = []
  let inFlight = 0
  const send = createSender({
    send: async (item) => {
      sent.push(item.id)
      inFlight++
      expect(inFlight).toBe(1)
      await Promise.resolve()
      inFlight--
      return answers.shift() ?? accepted
    },
    read: () => outbox,
    change: (change) => {
      outbox = change(outbox)
    },
    wait: async (ms) => {
      waits.push(ms)
      onWait()
    },
    random: () => 0,
  })
  let onWait = () => {}
  return {
    send,
    sent,
    waits,
    states: () => outbox.map((item) => item.state),
    echo: (id: string) => {
      onWait = () => {
        outbox = dropEchoed(outbox, new Set([id]))
      }
    },
  }
}

describe('createSender', () => {
  it('sends in order, one at a time, however often it is called', async () => {
    const { send, sent, states } = begin([])
    await Promise.all([send(), send(), send()])
    expect(sent).toEqual(['m1', 'm2'])
    expect(states()).toEqual(['delivered', 'delivered'])
  })

  it('tries the same message again before the next one', async () => {
    const { send, sent, waits } = begin([later, later, accepted, later, accepted])
    await send()
    expect(sent).toEqual(['m1', 'm1', 'm1', 'm2', 'm2'])
    expect(waits).toEqual([1000, 2000, 1000])
  })

  it('waits as long as a busy server asks', async () => {
    const { send, waits } = begin([{ outcome: 'later', afterMs: 9000 }, accepted])
    await send()
    expect(waits).toEqual([9000])
  })

  it('goes on after a message that is refused', async () => {
    const { send, states } = begin([{ outcome: 'refused' }, accepted])
    await send()
    expect(states()).toEqual(['refused', 'delivered'])
  })

  it('does not send again what turned out to have arrived', async () => {
    const { send, sent, echo } = begin([later], ['een'])
    echo('m1')
    await send()
    expect(sent).toEqual(['m1'])
  })
})
