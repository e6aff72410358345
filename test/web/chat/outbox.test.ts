import { describe, expect, it } from '@jest/globals'
import {
  addItem,
  dropEchoed,
  fromStored,
  markItem,
  nextToSend,
  type Outbox,
  removeItem,
  toStored,
} from '../../../src/web/chat/outbox.ts'

const createdAt = '2026-11-23T09:00:00.000Z'

function outboxOf(...texts: string[]): Outbox {
  return texts.reduce<Outbox>((outbox, text, index) => addItem(outbox, { id: `m${index + 1}`, text, createdAt }), [])
}

describe('nextToSend', () => {
  it('gives the oldest message that waits', () => {
    expect(nextToSend(outboxOf('een', 'twee'))?.id).toBe('m1')
  })

  it('gives nothing while a message is on its way, so that the order holds', () => {
    expect(nextToSend(markItem(outboxOf('een', 'twee'), 'm1', 'sending'))).toBeUndefined()
  })

  it('goes on after a message that the server refused', () => {
    expect(nextToSend(markItem(outboxOf('een', 'twee'), 'm1', 'refused'))?.id).toBe('m2')
  })

  it('never gives a message that was delivered', () => {
    expect(nextToSend(markItem(outboxOf('een'), 'm1', 'delivered'))).toBeUndefined()
  })
})

describe('outbox', () => {
  it('loses a message when its echo stands in the log, whatever its state', () => {
    expect(dropEchoed(outboxOf('een', 'twee'), new Set(['m1'])).map((item) => item.id)).toEqual(['m2'])
  })

  it('stays the same object when no echo is about it, so that nothing is stored again', () => {
    const outbox = outboxOf('een')
    expect(dropEchoed(outbox, new Set(['other']))).toBe(outbox)
  })

  it('takes out the message that the person removes, and no other', () => {
    expect(removeItem(outboxOf('een', 'twee'), 'm1').map((item) => item.text)).toEqual(['twee'])
  })
})

describe('the stored outbox', () => {
  it('keeps what the server did not accept, with the same ids', () => {
    const outbox = markItem(markItem(outboxOf('een', 'twee', 'drie'), 'm1', 'delivered'), 'm2', 'sending')
    const restored = fromStored(JSON.parse(JSON.stringify(toStored(outbox))))
    expect(restored).toEqual([
      { id: 'm2', text: 'twee', createdAt, state: 'waiting' },
      { id: 'm3', text: 'drie', createdAt, state: 'waiting' },
    ])
  })

  it('keeps what an explain button asks for', () => {
    const value = { explain: 'korter', topic: 'uitkering', step: 'bijstand' } as const
    const outbox = addItem([], { id: 'm1', text: 'Korter', createdAt, value })
    expect(fromStored(JSON.parse(JSON.stringify(outbox)))[0]?.value).toEqual(value)
  })

  it('leaves a refused message to the person', () => {
    expect(fromStored([{ id: 'm1', text: 'een', createdAt, state: 'refused' }])[0]?.state).toBe('refused')
  })

  it.each([undefined, 'text', [1], [{ id: 5 }], [{ id: 'm1' }]])(
    'is empty when what was stored is not an outbox: %j',
    (raw) => {
      expect(fromStored(raw)).toEqual([])
    },
  )
})
