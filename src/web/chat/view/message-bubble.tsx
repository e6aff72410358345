import type { JSX } from 'preact'
import type { Bubble } from '../chat-state.ts'
import { splitLinks } from '../linked-text.ts'
import { splitItems } from '../list-items.ts'
import type { Strings } from '../strings.ts'
import { directionOf } from '../text-direction.ts'
import { KeepButtons } from './keep-buttons.tsx'
import { OpeningLink } from './opening-link.tsx'
import type { PageActions } from './page-actions.ts'

/** What one bubble shows. */
export interface MessageBubbleProps {
  words: Strings
  bubble: Bubble
  isOnline: boolean
  /** Whether "Makkelijker", "Korter" and so on stand under it. */
  isExplainable: boolean
  /** Whether there is a conversation to keep, and a connection to get it over. */
  canKeep: boolean
  act: PageActions
}

/** Name of the step in which the bot tells how to keep the conversation. */
const keepStep = 'keep'

/** One message: the computer's on the left, the person's on the right. */
export function MessageBubble(props: MessageBubbleProps): JSX.Element {
  const { words, bubble, isOnline, isExplainable, canKeep, act } = props
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
        <span class="unseen">{bubble.from === 'bot' ? words.botLabel : words.personLabel} </span>
        {/* In which language a person writes is not known; the letters tell which way they run. */}
        <p class="text" lang={bubble.tag} dir={bubble.from === 'bot' ? directionOf(bubble.tag) : 'auto'}>
          {bubble.from === 'bot' ? <BotText words={words} text={bubble.text} /> : bubble.text}
        </p>
        {bubble.pictures.map(({ name, url }) => (
          <img key={url} class="picture" src={url} alt={name} lang={bubble.tag} />
        ))}
        {bubble.links.length > 0 && (
          <ul class="calls" lang={bubble.tag}>
            {bubble.links.map((link) => (
              <li key={link.value}>
                <OpeningLink words={words} url={link.value} text={link.title} look="call" />
              </li>
            ))}
          </ul>
        )}
      </div>
      {isExplainable && marks !== undefined && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are buttons that belong together
        <div class="explain" role="group" aria-label={words.explainRow}>
          {marks.explain.map((way) => (
            <button key={way} type="button" onClick={() => act.explain(way, marks)}>
              {words.explain[way]}
            </button>
          ))}
        </div>
      )}
      {marks?.step === keepStep && <KeepButtons words={words} canKeep={canKeep} act={act} />}
      <Delivery words={words} bubble={bubble} isOnline={isOnline} act={act} />
    </li>
  )
}

function BotText({ words, text }: { words: Strings; text: string }): JSX.Element {
  return (
    <>
      {splitItems(text).map((part) =>
        part.marker !== undefined ? (
          <span key={part.text} class="item">
            <span class="marker">{part.marker}</span>
            <LinkedText words={words} text={part.text} />
          </span>
        ) : (
          <LinkedText key={part.text} words={words} text={part.text} />
        ),
      )}
    </>
  )
}

function LinkedText({ words, text }: { words: Strings; text: string }): JSX.Element {
  return (
    <>
      {splitLinks(text).map((part) =>
        part.url === undefined ? (
          part.text
        ) : (
          <OpeningLink key={part.url} words={words} url={part.url} text={part.text} />
        ),
      )}
    </>
  )
}

function Delivery({
  words,
  bubble,
  isOnline,
  act,
}: Pick<MessageBubbleProps, 'words' | 'bubble' | 'isOnline' | 'act'>): JSX.Element | null {
  switch (bubble.delivery) {
    case 'waiting':
    case 'sending':
      return <p class="delivery">{isOnline ? words.sending : words.waiting}</p>
    case 'refused':
      return (
        <div class="delivery delivery-refused">
          <p>{words.refused}</p>
          <button type="button" onClick={() => act.retry(bubble.key)}>
            {words.retry}
          </button>
          <button type="button" onClick={() => act.remove(bubble.key)}>
            {words.remove}
          </button>
        </div>
      )
    case 'delivered':
    case 'in-log':
      return null
  }
}
