import { describe, expect, it } from '@jest/globals'
import { readMemory, type TabStorage, writeMemory } from '../../../src/web/chat/session-memory.ts'

function storageWith(text: string | null): TabStorage & { text: string | null } {
  return {
    text,
    getItem() {
      return this.text
    },
    setItem(_key, value) {
      this.text = value
    },
    removeItem() {
      this.text = null
    },
  }
}

describe('the memory of a tab', () => {
  it('comes back as it was written', () => {
    const storage = storageWith(null)
    const memory = {
      conversation: { domain: '/dl', token: 't', conversationId: 'c' },
      seenId: 'c|3',
      outbox: [{ id: 'm1', text: 'hoi', createdAt: '2026-11-23T09:00:00.000Z', state: 'waiting' as const }],
      settings: { answering: 'buttons' as const, textSize: 150 as const },
      language: 'en' as const,
    }
    writeMemory(storage, memory)
    expect(readMemory(storage)).toEqual(memory)
  })

  it.each([null, '', 'no json', '[]', '{"conversation":{"token":5},"settings":{"textSize":7},"language":"fr"}'])(
    'is empty when the tab holds %j',
    (text) => {
      expect(readMemory(storageWith(text))).toEqual({ outbox: [], settings: { answering: 'typing', textSize: 100 } })
    },
  )

  it('does without a storage that is switched off', () => {
    const refusing: TabStorage = {
      getItem: () => {
        throw new Error('SecurityError')
      },
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
      removeItem: () => {},
    }
    expect(readMemory(refusing).outbox).toEqual([])
    expect(() => writeMemory(refusing, readMemory(undefined))).not.toThrow()
  })
})
