import { createRequire } from 'node:module'
import type { Activity as ClientActivity, DirectLine as DirectLineClass } from 'botframework-directlinejs'
import WebSocket from 'ws'

const require = createRequire(import.meta.url)

/** Sockets that were opened, to cut them. */
const sockets = new Set<WebSocket>()
/** Method and address of each request, for what a test says about the way of transport. */
const requests: string[] = []

class CuttableWebSocket extends WebSocket {
  constructor(url: string) {
    super(url)
    sockets.add(this)
    this.on('close', () => sockets.delete(this))
    this.on('error', () => {})
  }
}

/** The little of XMLHttpRequest that the client uses, over fetch. */
class FetchingXhr {
  readyState = 0
  status = 0
  response: unknown = null
  responseText = ''
  responseType = ''
  timeout = 0
  upload = {}
  onreadystatechange: ((event: object) => void) | undefined
  readonly #headers: Record<string, string> = {}
  readonly #abort = new AbortController()
  #method = 'GET'
  #url = ''
  #received = new Headers()

  open(method: string, url: string): void {
    this.#method = method
    this.#url = url
    this.readyState = 1
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value
  }

  getResponseHeader(name: string): string | null {
    return this.#received.get(name)
  }

  abort(): void {
    this.#abort.abort()
  }

  send(body?: string): void {
    requests.push(`${this.#method} ${this.#url}`)
    const { signal } = this.#abort
    fetch(this.#url, { method: this.#method, headers: this.#headers, signal, ...(body ? { body } : {}) })
      .then(async (answer) => {
        this.#received = answer.headers
        this.responseText = await answer.text()
        this.response = this.responseType === 'json' ? JSON.parse(this.responseText) : this.responseText
        this.status = answer.status
      })
      .catch(() => {
        this.status = 0
      })
      .then(() => {
        if (signal.aborted) return
        this.readyState = 4
        this.onreadystatechange?.({ type: 'readystatechange' })
      })
  }
}

/** How to connect. */
export interface ClientOptions {
  domain: string
  token: string
  webSocket?: boolean
  /** Of a conversation that goes on. */
  conversationId?: string
}

/** The real `botframework-directlinejs`, and what came to it. */
export interface Client {
  activities: ClientActivity[]
  /** Names of the statuses it went through. */
  statuses: string[]
  requests: string[]
  line: DirectLineClass
  /** Sends, and resolves with the id that the client was given. */
  post(activity: Partial<ClientActivity> & { type: string }): Promise<string | undefined>
  /** Resolves with the first activity that fits; the test's own time limit ends a wait in vain. */
  wait(fits: (activity: ClientActivity) => boolean): Promise<ClientActivity>
  waitForStatus(name: string): Promise<void>
  /** Cuts its sockets without a word. */
  cut(): void
  end(): void
}

const statusNames = ['Uninitialized', 'Connecting', 'Online', 'ExpiredToken', 'FailedToConnect', 'Ended']

/** The client's clock runs this many times faster: it reconnects after milliseconds and refreshes its token after 0.9 s. */
const haste = 1000

/** Connects the real client. */
export function connectClient(options: ClientOptions): Client {
  Object.assign(globalThis, { XMLHttpRequest: FetchingXhr, WebSocket: CuttableWebSocket })
  const { DirectLine } = require('botframework-directlinejs')
  const requireThere = createRequire(require.resolve('botframework-directlinejs'))
  const { AsyncScheduler } = requireThere('rxjs/scheduler/AsyncScheduler')
  const { AsyncAction } = requireThere('rxjs/scheduler/AsyncAction')
  class HastyAction extends AsyncAction {
    requestAsyncId(scheduler: unknown, id: unknown, delay = 0): unknown {
      return super.requestAsyncId(scheduler, id, delay / haste)
    }
  }
  const line: DirectLineClass = new DirectLine({
    webSocket: true,
    // The one wait that it takes from the real clock.
    pollingInterval: 200,
    ...options,
    scheduler: new AsyncScheduler(HastyAction, () => performance.now() * haste),
  })
  const activities: ClientActivity[] = []
  const statuses: string[] = []
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const look of waiting) look()
  }
  const forActivities = line.activity$.subscribe((activity) => {
    activities.push(activity)
    wake()
  })
  const forStatuses = line.connectionStatus$.subscribe((status) => {
    statuses.push(statusNames[status] ?? '?')
    wake()
  })

  function until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = find()
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  }

  return {
    activities,
    statuses,
    requests,
    line,
    post: (activity) =>
      new Promise((resolve, reject) => {
        const sent = { from: { id: 'someone', name: 'Someone', role: 'user' }, ...activity } as ClientActivity
        line.postActivity(sent).subscribe(resolve, reject)
      }),
    wait: (fits) => until(() => activities.find(fits)),
    waitForStatus: async (name) => {
      await until(() => statuses.find((status) => status === name))
    },
    cut: () => {
      for (const socket of sockets) socket.terminate()
    },
    end: () => {
      forActivities.unsubscribe()
      forStatuses.unsubscribe()
      line.end()
    },
  }
}
