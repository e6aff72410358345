import type { JSX } from 'preact'
import type { ChatState } from '../chat-state.ts'
import { type Strings, strings } from '../strings.ts'

/** One calm line under the conversation that says what goes on, when there is something to say. */
export function StatusLine({ state }: { state: ChatState }): JSX.Element | null {
  const words = strings[state.language]
  const lines = [
    ...(state.hasStartedAnew ? [words.startedAnew] : []),
    ...(state.connection === 'offline'
      ? [words.offline]
      : state.isResuming
        ? [words.resuming]
        : waitingLine(state, words)),
  ]
  if (lines.length === 0) return null
  return (
    <div class="lines">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

function waitingLine(state: ChatState, words: Strings): string[] {
  if (state.answerWait === 'noticeable') return [words.looking]
  return state.answerWait === 'long' ? [words.lookingLong] : []
}
