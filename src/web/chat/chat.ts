import type { Clock } from '../../clock.ts'
import {
  type Announced,
  type ChatState,
  createChatState,
  hasUnsent,
  hearMessages,
  isWaitingForAnswer,
  type PageStart,
  startAnew,
} from './chat-state.ts'
import type { Address, DirectLine } from './direct-line.ts'
import { addItem, type ExplainRequest, markItem, removeItem } from './outbox.ts'
import type { Pause } from './pause.ts'
import { createSender } from './sender.ts'
import { createSession } from './session.ts'
import { readMemory, type Settings, type TabMemory, type TabStorage, writeMemory } from './session-memory.ts'
import { createStream, type OpenSocket } from './stream.ts'
import { type Strings, strings } from './strings.ts'
import type { LogMessage } from './wire.ts'

/** The chat without its looks: what a person can do, and the state that follows from it. */
export interface Chat {
  state(): ChatState
  /** Goes on with the conversation that this tab had before it was reloaded, if there is one. */
  resume(): void
  /** Makes the connection if there is none yet. The page calls it at the first sign that the person wants to talk. */
  connect(): void
  say(text: string, value?: ExplainRequest): void
  retry(id: string): void
  remove(id: string): void
  toggleMenu(isOpen: boolean): void
  choose(settings: Partial<Settings>): void
  countDraft(length: number): void
  /** There is reason to think that the network is back: try now. */
  hurry(): void
  goOffline(): void
  /** Where the conversation is found; undefined when there is none yet. */
  address(): Address | undefined
  /** The person looks elsewhere. */
  lookAway(): void
  /** The person looks at the page again: what came in meanwhile is announced, and a connection that slept is renewed. */
  lookAgain(): void
}

/** What the chat needs of the browser. */
export interface ChatNeeds {
  start: PageStart
  directLine: DirectLine
  openSocket: OpenSocket
  storage: TabStorage | undefined
  pause: Pause
  after: (ms: number, callBack: () => void) => () => void
  random: () => number
  createId: () => string
  clock: Clock
  /** Tells whether the person can see the page now. */
  isVisible: () => boolean
  /** Hears each new state. */
  show: (state: ChatState) => void
}

const noticeableMs = 1_000
const longMs = 15_000
/** Messages that come within this time are announced as one. */
const announceAfterMs = 200
/** When the server took a message and its echo stays away this long, the stream is dead without knowing it. */
const echoWithinMs = 5_000
/** A phone that slept this long may have lost its connection without the page hearing so. */
const sleptMs = 30_000

/** Makes the chat. Nothing is asked of the server before `resume`, `connect` or `say`. */
export function createChat(needs: ChatNeeds): Chat {
  const { pause, random, directLine, after } = needs
  const memory: TabMemory = readMemory(needs.storage)
  let state = createChatState(needs.start, {
    outbox: memory.outbox,
    settings: memory.settings,
    isResuming: memory.conversation !== undefined,
    ...(memory.conversation === undefined || memory.language === undefined ? {} : { language: memory.language }),
  })
  let conversation = memory.conversation
  // Nothing is stored on the device before the person says or chooses something.
  let mayStore = conversation !== undefined || memory.outbox.length > 0
  let seenId = memory.seenId
  let isHistory = conversation !== undefined
  let news: Announced[] = []
  let lookedAwayAt: Date | undefined
  let callOffAnnouncement = () => {}
  let callOffAnswerWait = () => {}

  const session = createSession({
    directLine,
    resumed: memory.conversation,
    wait: pause.wait,
    after,
    random,
    keep: (address) => {
      conversation = address
      store()
    },
    tellStartedAnew: () => {
      isHistory = false
      news = []
      update(startAnew(state))
      announce({ text: words().startedAnew })
      // Without an open stream nobody else would notice that there is a new conversation to follow.
      stream.reconnect()
    },
  })

  const stream = createStream({
    session,
    directLine,
    openSocket: needs.openSocket,
    wait: pause.wait,
    after,
    random,
    hear: (_conversationId, messages) => hear(messages),
    tell: (connection) => {
      if (state.connection === connection) return
      if (connection === 'offline') announce({ text: words().offline })
      update({ ...state, connection })
    },
  })

  const send = createSender({
    send: (item) => session.use((at) => directLine.send(at, item)),
    read: () => state.outbox,
    change: (change) => update({ ...state, outbox: change(state.outbox) }),
    wait: pause.wait,
    random,
  })

  function store(): void {
    if (!mayStore) return
    writeMemory(needs.storage, {
      ...(conversation === undefined ? {} : { conversation }),
      ...(seenId === undefined ? {} : { seenId }),
      outbox: state.outbox,
      settings: state.settings,
      language: state.language,
    })
  }

  /** The words of the page, in the language it has now. */
  function words(): Strings {
    return strings[state.language]
  }

  function update(next: ChatState): void {
    const before = state
    state = next
    if (before.outbox !== state.outbox || before.settings !== state.settings) store()
    watchAnswer(before)
    tellDelivered(before)
    needs.show(state)
  }

  /** The echo of a message may be here before the answer to its sending: whichever comes first says that it arrived. */
  function tellDelivered(before: ChatState): void {
    for (const { id, state: was } of before.outbox) {
      const now = state.outbox.find((item) => item.id === id)
      if (was === 'delivered' || was === 'refused' || (now !== undefined && now.state !== 'delivered')) continue
      announce({ text: words().messageSent })
      if (now === undefined) continue
      after(echoWithinMs, () => {
        if (state.outbox.some((item) => item.id === id)) stream.reconnect()
      })
    }
  }

  function watchAnswer(before: ChatState): void {
    if (isWaitingForAnswer(before) === isWaitingForAnswer(state)) return
    callOffAnswerWait()
    state = { ...state, answerWait: isWaitingForAnswer(state) ? 'short' : 'none' }
    if (state.answerWait === 'none') return
    callOffAnswerWait = after(noticeableMs, () => {
      announce({ text: words().looking })
      callOffAnswerWait = after(longMs, () => update({ ...state, answerWait: 'long' }))
      update({ ...state, answerWait: 'noticeable' })
    })
  }

  function hear(messages: LogMessage[]): void {
    const known = state.messages
    update(hearMessages(state, messages))
    for (const message of state.messages) {
      if (known.includes(message)) continue
      const isNews = !isHistory && message.from === 'bot' && !needs.start.greeting.texts.includes(message.text)
      if (isNews) announce({ by: words().botSays, text: message.text, tag: message.locale })
      if (message.id === seenId) isHistory = false
    }
    seenId = state.messages.at(-1)?.id
    store()
  }

  // Not while all is well: then somebody who must wait was told to by a busy server.
  function hurry(): void {
    if (state.connection !== 'offline') return
    stream.reconnect()
    pause.wake()
  }

  function announce(said: Announced): void {
    news.push(said)
    callOffAnnouncement()
    callOffAnnouncement = after(announceAfterMs, tellNews)
  }

  function tellNews(): void {
    if (!needs.isVisible() || news.length === 0) return
    const announcement = news
    news = []
    update({ ...state, announcement })
  }

  return {
    state: () => state,
    resume: () => {
      if (memory.conversation === undefined && !hasUnsent(state)) return
      stream.start()
      void send()
    },
    connect: () => stream.start(),
    say: (text, value) => {
      mayStore = true
      isHistory = false
      const item = {
        id: needs.createId(),
        text,
        createdAt: needs.clock.now().toISOString(),
        ...(value === undefined ? {} : { value }),
      }
      if (state.connection === 'offline') announce({ text: words().messageWaiting })
      update({ ...state, outbox: addItem(state.outbox, item), isMenuOpen: false, hasStartedAnew: false })
      stream.start()
      hurry()
      void send()
    },
    retry: (id) => {
      update({ ...state, outbox: markItem(state.outbox, id, 'waiting') })
      void send()
    },
    remove: (id) => update({ ...state, outbox: removeItem(state.outbox, id) }),
    toggleMenu: (isMenuOpen) => update({ ...state, isMenuOpen }),
    choose: (settings) => {
      mayStore = true
      update({ ...state, settings: { ...state.settings, ...settings } })
    },
    address: () => conversation,
    countDraft: (draftLength) => update({ ...state, draftLength }),
    hurry,
    goOffline: () => {
      update({ ...state, connection: 'offline' })
      announce({ text: words().offline })
    },
    lookAway: () => {
      lookedAwayAt = needs.clock.now()
    },
    lookAgain: () => {
      tellNews()
      hurry()
      if (lookedAwayAt !== undefined && needs.clock.now().getTime() - lookedAwayAt.getTime() > sleptMs)
        stream.reconnect()
      lookedAwayAt = undefined
    },
  }
}
