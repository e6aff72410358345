import { describe, expect, it } from '@jest/globals'
import {
  bubblesOf,
  type ChatState,
  canKeep,
  createChatState,
  explainableKeyOf,
  hearMessages,
  isInCrisis,
  isWaitingForAnswer,
  quickRepliesOf,
  startAnew,
} from '../../../src/web/chat/chat-state.ts'
import { addItem, markItem } from '../../../src/web/chat/outbox.ts'
import { defaultSettings } from '../../../src/web/chat/session-memory.ts'
import type { LogMessage } from '../../../src/web/chat/wire.ts'

const start = {
  language: 'nl' as const,
  greeting: { texts: ['Hallo.', 'Waar gaat het over?'], buttons: ['Mijn uitkering'] },
  help: [],
}
const createdAt = '2026-11-23T09:00:00.000Z'

function begin(): ChatState {
  return createChatState(start, { outbox: [], settings: defaultSettings, isResuming: false })
}

function bot(sequence: number, text: string, more: Partial<LogMessage> = {}): LogMessage {
  return { id: `c|${sequence}`, from: 'bot', text, timestamp: `t${sequence}`, buttons: [], pictures: [], ...more }
}

function person(sequence: number, text: string, clientActivityId: string): LogMessage {
  return { ...bot(sequence, text), from: 'user', clientActivityId }
}

const yes = { type: 'imBack', title: 'Ja', value: 'Ja' } as const
const call = { type: 'openUrl', title: '113 bellen', value: 'tel:113' } as const
const marks = (kind: string, step = 'stap') => ({ topic: 'onderwerp', step, kind, explain: [] })

describe('bubblesOf', () => {
  it('shows the greeting of the page before anything else is known', () => {
    expect(bubblesOf(begin()).map((bubble) => bubble.text)).toEqual(['Hallo.', 'Waar gaat het over?'])
  })

  it('shows the greeting once when it comes in from the log, in the same places', () => {
    const state = hearMessages(begin(), [bot(1, 'Hallo.'), bot(2, 'Waar gaat het over?')])
    expect(bubblesOf(state).map((bubble) => bubble.key)).toEqual(bubblesOf(begin()).map((bubble) => bubble.key))
  })

  it('shows what waits to be sent after the log, under the key it keeps when its echo comes', () => {
    const waiting = { ...begin(), outbox: addItem([], { id: 'm1', text: 'hoi', createdAt }) }
    const echoed = hearMessages(waiting, [bot(1, 'Hallo.'), bot(2, 'Waar gaat het over?'), person(3, 'hoi', 'm1')])
    expect(bubblesOf(waiting).at(-1)).toMatchObject({ key: 'm1', delivery: 'waiting' })
    expect(bubblesOf(echoed).at(-1)).toMatchObject({ key: 'm1', delivery: 'in-log' })
    expect(bubblesOf(echoed)).toHaveLength(3)
  })

  it('shows no greeting while a conversation of before is fetched', () => {
    expect(bubblesOf({ ...begin(), isResuming: true })).toEqual([])
  })

  it('keeps the numbers of a crisis message in its bubble', () => {
    const state = hearMessages(begin(), [bot(1, 'Bel 113.', { marks: marks('crisis'), buttons: [yes, call] })])
    expect(bubblesOf(state)[0]?.links).toEqual([call])
    expect(isInCrisis(state)).toBe(true)
  })
})

describe('hearMessages', () => {
  it('leaves out what comes twice', () => {
    const state = hearMessages(begin(), [bot(1, 'Hallo.')])
    expect(hearMessages(state, [bot(1, 'Hallo.')])).toBe(state)
  })

  it('removes everything before the message that says it was erased, even when numbers begin again', () => {
    const state = hearMessages(begin(), [bot(1, 'Hallo.'), person(2, 'geheim', 'm1')])
    const erased = hearMessages(state, [
      bot(1, 'Alles is weg.', { marks: marks('system', 'erased'), timestamp: 'later' }),
    ])
    expect(bubblesOf(erased).map((bubble) => bubble.text)).toEqual(['Alles is weg.'])
  })
})

describe('quickRepliesOf', () => {
  it('gives the buttons of the greeting at first', () => {
    expect(quickRepliesOf(begin())).toEqual([{ type: 'imBack', title: 'Mijn uitkering', value: 'Mijn uitkering' }])
  })

  it('gives the latest set only', () => {
    const state = hearMessages(begin(), [
      bot(1, 'Eerst?', { buttons: [yes] }),
      bot(2, 'Dan?', { buttons: [{ ...yes, title: 'Nee' }] }),
    ])
    expect(quickRepliesOf(state).map((reply) => reply.title)).toEqual(['Nee'])
  })

  it('gives the set of an earlier message of the same answer when the last has none', () => {
    expect(quickRepliesOf(hearMessages(begin(), [bot(1, 'Kies.', { buttons: [yes] }), bot(2, 'Rustig aan.')]))).toEqual(
      [yes],
    )
  })

  it('gives none as soon as the person said something', () => {
    const state = hearMessages(begin(), [bot(1, 'Kies.', { buttons: [yes] })])
    expect(quickRepliesOf({ ...state, outbox: addItem([], { id: 'm1', text: 'Ja', createdAt }) })).toEqual([])
    expect(quickRepliesOf(hearMessages(state, [person(2, 'Ja', 'm1')]))).toEqual([])
  })

  it('gives them again next to a message that the server refused', () => {
    const state = hearMessages(begin(), [bot(1, 'Kies.', { buttons: [yes] })])
    const outbox = markItem(addItem([], { id: 'm1', text: 'Ja', createdAt }), 'm1', 'refused')
    expect(quickRepliesOf({ ...state, outbox })).toEqual([yes])
  })

  it('puts numbers first, and leaves those of a crisis message to its bubble', () => {
    expect(quickRepliesOf(hearMessages(begin(), [bot(1, 'Bel.', { buttons: [yes, call] })]))).toEqual([call, yes])
    expect(
      quickRepliesOf(hearMessages(begin(), [bot(1, 'Bel.', { buttons: [yes, call], marks: marks('crisis') })])),
    ).toEqual([yes])
  })
})

describe('explainableKeyOf', () => {
  it('names the latest answer that can be explained', () => {
    const answer = { ...marks('answer'), explain: ['korter' as const] }
    const state = hearMessages(begin(), [bot(7, 'A', { marks: answer }), bot(8, 'B', { marks: answer }), bot(9, 'C')])
    const bubbles = bubblesOf(state)
    expect(explainableKeyOf(bubbles)).toBe(bubbles[1]?.key)
    expect(explainableKeyOf(bubblesOf(begin()))).toBeUndefined()
  })
})

describe('isWaitingForAnswer', () => {
  it('is true from the moment the server has the message until the bot says something', () => {
    const outbox = addItem([], { id: 'm1', text: 'hoi', createdAt })
    expect(isWaitingForAnswer({ ...begin(), outbox })).toBe(false)
    expect(isWaitingForAnswer({ ...begin(), outbox: markItem(outbox, 'm1', 'delivered') })).toBe(true)
    const echoed = hearMessages(begin(), [person(1, 'hoi', 'm1')])
    expect(isWaitingForAnswer(echoed)).toBe(true)
    expect(isWaitingForAnswer(hearMessages(echoed, [bot(2, 'Dag.')]))).toBe(false)
  })
})

describe('startAnew', () => {
  it('keeps what was not delivered and says that it began again', () => {
    const state = {
      ...hearMessages(begin(), [bot(1, 'Oud.')]),
      outbox: addItem([], { id: 'm1', text: 'hoi', createdAt }),
    }
    expect(startAnew(state)).toMatchObject({
      messages: [],
      hasStartedAnew: true,
      outbox: [{ id: 'm1', state: 'waiting' }],
    })
  })
})

describe('the language of the page', () => {
  const english = bot(3, 'Hello.', { locale: 'en-GB' })

  it('becomes that of the conversation when the bot says something in another language', () => {
    const state = hearMessages(begin(), [bot(1, 'Hallo.', { locale: 'nl-NL' }), person(2, 'hello', 'm1'), english])
    expect(state.language).toBe('en')
    expect(bubblesOf(state).map((bubble) => bubble.tag)).toEqual(['nl-NL', undefined, 'en-GB'])
  })

  it('stays that of the conversation under a message in another, of a topic that is not translated', () => {
    const untranslated = { ...marks('question'), conversationLocale: 'en-GB' }
    const state = hearMessages(begin(), [english, bot(4, 'Welke?', { locale: 'nl-NL', marks: untranslated })])
    expect(state.language).toBe('en')
    expect(bubblesOf(state).at(-1)?.tag).toBe('nl-NL')
  })

  it('stays as it is when the bot names no language, or one without words for the page', () => {
    expect(hearMessages(begin(), [bot(1, 'Hallo.')]).language).toBe('nl')
    expect(hearMessages(begin(), [bot(1, 'Hallo.', { locale: 'constructor' })]).language).toBe('nl')
  })

  it('is that of a conversation of before, while its greeting stays in that of the page', () => {
    const memory = { outbox: [], settings: defaultSettings, isResuming: false, language: 'en' as const }
    const state = createChatState(start, memory)
    expect(state.language).toBe('en')
    expect(bubblesOf(state)[0]?.tag).toBe('nl-NL')
  })
})

describe('canKeep', () => {
  it('holds for a conversation that the server has, and only with a connection', () => {
    const online: ChatState = { ...begin(), connection: 'online' }
    expect(canKeep(online)).toBe(false)
    const heard = hearMessages(online, [bot(1, 'Hallo.')])
    expect(canKeep(heard)).toBe(true)
    expect(canKeep({ ...heard, connection: 'offline' })).toBe(false)
  })
})
