import { Fragment, type JSX } from 'preact'
import { bubblesOf, type ChatState, canKeep, explainableKeyOf, isInCrisis, quickRepliesOf } from '../chat-state.ts'
import { strings } from '../strings.ts'
import { directionOf } from '../text-direction.ts'
import { Composer } from './composer.tsx'
import { HelpBar } from './help-bar.tsx'
import { MenuPanel } from './menu-panel.tsx'
import { MessageBubble } from './message-bubble.tsx'
import type { PageActions } from './page-actions.ts'
import { QuickReplies } from './quick-replies.tsx'
import { StatusLine } from './status-line.tsx'

/**
 * The whole page. A pure function of the state, like everything in this folder: the same markup is made when the program
 * is built (and sent as the first HTML) and in the browser, so the script finds what it expects.
 */
export function Page({ state, act }: { state: ChatState; act: PageActions }): JSX.Element {
  const bubbles = bubblesOf(state)
  const explainableKey = explainableKeyOf(bubbles)
  const words = strings[state.language]
  const isKeepable = canKeep(state)
  const isTyping = state.settings.answering === 'typing'
  return (
    <div class="page">
      <a class="skip" href={isTyping ? '#message' : '#replies'}>
        {words.skipToInput}
      </a>
      <header>
        <div class="bar">
          <h1>{words.name}</h1>
          <button
            type="button"
            id="menu-button"
            aria-expanded={state.isMenuOpen}
            aria-controls="menu"
            onClick={act.toggleMenu}
          >
            {words.menu}
          </button>
          <button type="button" class="human" onClick={act.askHuman}>
            {words.human}
          </button>
        </div>
        <HelpBar words={words} links={state.help} isInCrisis={isInCrisis(state)} />
        <MenuPanel words={words} settings={state.settings} isOpen={state.isMenuOpen} canKeep={isKeepable} act={act} />
      </header>
      <main id="main">
        {/* The live region below speaks, once for all that is new; a log that speaks too would say everything twice. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll through the conversation */}
        <div id="log" role="log" aria-live="off" aria-label={words.conversation} tabIndex={0}>
          <ol>
            {bubbles.map((bubble) => (
              <MessageBubble
                key={bubble.key}
                words={words}
                bubble={bubble}
                isOnline={state.connection === 'online'}
                isExplainable={bubble.key === explainableKey}
                canKeep={isKeepable}
                act={act}
              />
            ))}
          </ol>
        </div>
        <StatusLine state={state} />
        <QuickReplies words={words} replies={quickRepliesOf(state)} act={act} />
      </main>
      <Composer words={words} isTyping={isTyping} draftLength={state.draftLength} act={act} />
      <p class="unseen" role="status">
        {state.announcement.map(({ by, text, tag }) => (
          <Fragment key={text}>
            {by}{' '}
            <span lang={tag} dir={directionOf(tag)}>
              {text}
            </span>{' '}
          </Fragment>
        ))}
      </p>
    </div>
  )
}
