import type { Answer, DirectLine } from '../../../src/web/chat/direct-line.ts'
import type { Frame, Grant, OpenConversation } from '../../../src/web/chat/wire.ts'

/** Answers of a server, in the order in which they are given; the last one of each kind is repeated. */
export interface Script {
  requestToken?: Answer<Grant>[]
  refreshToken?: Answer<Grant>[]
  start?: Answer<OpenConversation>[]
  resume?: Answer<OpenConversation>[]
  read?: Answer<Frame>[]
  send?: Answer<'accepted'>[]
}

/** Makes an answer that worked. */
export function ok<T>(value: T): Answer<T> {
  return { outcome: 'ok', value }
}

/** "Try again", after at least so many milliseconds. */
export function later(afterMs = 0): Answer<never> {
  return { outcome: 'later', afterMs }
}

/** A Direct Line server by script; `calls` lists what was asked, with the token that was shown. */
export function scriptDirectLine(script: Script): DirectLine & { calls: string[] } {
  const calls: string[] = []
  function next<T>(name: keyof Script, answers: Answer<T>[] | undefined, seen: string): Promise<Answer<T>> {
    calls.push(`${name} ${seen}`.trim())
    const answer = answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0]
    if (answer === undefined) throw new Error(`Nobody said what ${name} answers`)
    return Promise.resolve(answer)
  }
  return {
    calls,
    requestToken: (old) => next('requestToken', script.requestToken, old ?? ''),
    refreshToken: (at) => next('refreshToken', script.refreshToken, at.token),
    start: (grant) => next('start', script.start, grant.token),
    resume: (at, watermark) => next('resume', script.resume, `${at.conversationId} ${watermark}`),
    read: (at, watermark) => next('read', script.read, `${at.conversationId} ${watermark}`),
    send: (at, item) => next('send', script.send, `${at.token} ${item.id}`),
  }
}
