import type { JSX } from 'preact'
import type { CardAction } from '../../../turn/activity.ts'
import type { Strings } from '../strings.ts'
import { directionOf } from '../text-direction.ts'
import { OpeningLink } from './opening-link.tsx'
import type { PageActions } from './page-actions.ts'

/** The buttons that may be chosen now. */
export function QuickReplies(props: { words: Strings; replies: readonly CardAction[]; act: PageActions }): JSX.Element {
  const { words, replies, act } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are buttons that belong together
    <div
      id="replies"
      class="replies"
      role="group"
      aria-label={words.answers}
      tabIndex={-1}
      hidden={replies.length === 0}
    >
      <ul>
        {replies.map((reply) => (
          <li key={reply.title}>
            {reply.type === 'openUrl' ? (
              <OpeningLink words={words} url={reply.value} text={reply.title} look="call" />
            ) : (
              <button
                type="button"
                lang={reply.channelData?.opstap.locale}
                dir={directionOf(reply.channelData?.opstap.locale)}
                onClick={() => act.chooseReply(reply)}
              >
                {reply.title}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
