import type { JSX } from 'preact'
import type { ChatState } from '../chat-state.ts'
import { strings } from '../strings.ts'

/** One calm line under the conversation that says what goes on, when there is something to say. */
export function StatusLine({ state }: { state: ChatState }): JSX.Element | null {
  const lines = [
    ...(state.hasStartedAnew ? [strings.startedAnew] : []),
    ...(state.connection === 'offline'
      ? [strings.offline]
      : state.isResuming
        ? [strings.resuming]
        : waitingLine(state)),
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

function waitingLine(state: ChatState): string[] {
  if (state.answerWait === 'noticeable') return [strings.looking]
  return state.answerWait === 'long' ? [strings.lookingLong] : []
}
