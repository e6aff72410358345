import { hydrate, render } from 'preact'
import { systemClock } from '../../clock.ts'
import { type Chat, createChat } from './chat.ts'
import type { ChatState } from './chat-state.ts'
import { createId } from './create-id.ts'
import { createDirectLine } from './direct-line.ts'
import { keepFocus } from './keep-focus.ts'
import { createPageActions } from './page-behaviour.ts'
import { parsePageStart } from './page-start.ts'
import { createPause } from './pause.ts'
import { keepPlace, scrollToNews } from './scroll-to-news.ts'
import { strings } from './strings.ts'
import { openTabStorage } from './tab-storage.ts'
import { Page } from './view/page.tsx'
import { openWebSocket } from './web-socket.ts'
import './chat.css'

const root = document.getElementById('app')
const start = parsePageStart(document.getElementById('start')?.textContent ?? '', document.documentElement.lang)
if (root !== null && start !== undefined) run(root, start)

function run(app: HTMLElement, pageStart: NonNullable<typeof start>): void {
  const region = new URLSearchParams(location.search).get('regio')
  const after = (ms: number, callBack: () => void) => {
    const timer = setTimeout(callBack, ms)
    return () => clearTimeout(timer)
  }
  const chat: Chat = createChat({
    start: pageStart,
    directLine: createDirectLine({
      fetch: (url, init) => fetch(url, init),
      tokenUrl: '/api/chat/token',
      ...(region === null ? {} : { region }),
      locale: () => strings[chat.state().language].tag,
    }),
    openSocket: openWebSocket,
    storage: openTabStorage(),
    pause: createPause(),
    after,
    random: Math.random,
    createId,
    clock: systemClock,
    isVisible: () => document.visibilityState === 'visible',
    show: (state) => show(state),
  })
  const act = createPageActions(chat)

  function show(state: ChatState): void {
    const page = document.documentElement
    const textSize = String(state.settings.textSize)
    const restorePlace = page.dataset.textSize === textSize ? () => {} : keepPlace()
    page.lang = state.language
    document.title = strings[state.language].title
    page.dataset.textSize = textSize
    const measure = scrollToNews()
    const restoreFocus = keepFocus()
    render(<Page state={state} act={act} />, app)
    restoreFocus()
    restorePlace()
    measure()
  }

  // The first state is the one the server drew, unless this tab has a conversation already; the second drawing adds that.
  hydrate(
    <Page
      state={{
        ...chat.state(),
        language: pageStart.language,
        isResuming: false,
        outbox: [],
        settings: { answering: 'typing', textSize: 100 },
      }}
      act={act}
    />,
    app,
  )
  show(chat.state())
  chat.resume()

  // Reading along needs no conversation on the server: it begins at the first sign that somebody wants to talk.
  for (const sign of ['focusin', 'pointerdown', 'keydown'])
    addEventListener(sign, chat.connect, { once: true, passive: true })
  addEventListener('online', chat.hurry)
  addEventListener('offline', chat.goOffline)
  addEventListener('keydown', act.pressEscape)
  for (const move of ['focusin', 'pointerdown']) addEventListener(move, act.goElsewhere, { passive: true })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') chat.lookAgain()
    else chat.lookAway()
  })
}
