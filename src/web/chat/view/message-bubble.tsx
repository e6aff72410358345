import type { JSX } from 'preact'
import type { Bubble } from '../chat-state.ts'
import { splitLinks } from '../linked-text.ts'
import { strings } from '../strings.ts'
import { OpeningLink } from './opening-link.tsx'
import type { PageActions } from './page-actions.ts'

/** What one bubble shows. */
export interface MessageBubbleProps {
  bubble: Bubble
  isOnline: boolean
  /** Whether "Makkelijker", "Korter" and so on stand under it. */
  isExplainable: boolean
  act: PageActions
}

/** One message: the computer's on the left, the person's on the right. */
export function MessageBubble({ bubble, isOnline, isExplainable, act }: MessageBubbleProps): JSX.Element {
  const { marks } = bubble
  return (
    <li
      class="message"
      data-from={bubble.from}
      data-kind={marks?.kind}
      data-key={bubble.from === 'user' ? bubble.key : undefined}
      tabIndex={-1}
    >
      <div class="bubble">
        <span class="unseen">{bubble.from === 'bot' ? strings.botLabel : strings.personLabel} </span>
        <p class="text">{bubble.from === 'bot' ? <LinkedText text={bubble.text} /> : bubble.text}</p>
        {bubble.links.length > 0 && (
          <ul class="calls">
            {bubble.links.map((link) => (
              <li key={link.value}>
                <OpeningLink url={link.value} text={link.title} look="call" />
              </li>
            ))}
          </ul>
        )}
      </div>
      {isExplainable && marks !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are buttons that belong together
        <div class="explain" role="group" aria-label={strings.explainRow}>
          {marks.explain.map((way) => (
            <button key={way} type="button" onClick={() => act.explain(way, marks)}>
              {strings.explain[way]}
            </button>
          ))}
        </div>
      )}
      <Delivery bubble={bubble} isOnline={isOnline} act={act} />
    </li>
  )
}

function LinkedText({ text }: { text: string }): JSX.Element {
  return (
    <>
      {splitLinks(text).map((part) =>
        part.url === undefined ? part.text : <OpeningLink key={part.url} url={part.url} text={part.text} />,
      )}
    </>
  )
}

function Delivery({
  bubble,
  isOnline,
  act,
}: Pick<MessageBubbleProps, 'bubble' | 'isOnline' | 'act'>): JSX.Element | null {
  switch (bubble.delivery) {
    case 'waiting':
    case 'sending':
      return <p class="delivery">{isOnline ? strings.sending : strings.waiting}</p>
    case 'refused':
      return (
        <div class="delivery delivery-refused">
          <p>{strings.refused}</p>
          <button type="button" onClick={() => act.retry(bubble.key)}>
            {strings.retry}
          </button>
          <button type="button" onClick={() => act.remove(bubble.key)}>
            {strings.remove}
          </button>
        </div>
      )
    case 'delivered':
    case 'in-log':
      return null
  }
}
