import type { JSX } from 'preact'
import { maxMessageLength } from '../chat-state.ts'
import type { Strings } from '../strings.ts'
import type { PageActions } from './page-actions.ts'

/** The counter appears when so many characters are left. */
const countFrom = 200

/** Where the person writes; or, with buttons only, the ways on when no button fits. */
export function Composer({ isTyping, ...props }: ComposerProps & { isTyping: boolean }): JSX.Element {
  return isTyping ? <TypingComposer {...props} /> : <ButtonsComposer {...props} />
}

interface ComposerProps {
  words: Strings
  draftLength: number
  act: PageActions
}

function TypingComposer({ words, draftLength, act }: ComposerProps): JSX.Element {
  const left = maxMessageLength - draftLength
  return (
    <form class="composer" onSubmit={act.submit}>
      <div class="box">
        <label for="message">{words.message}</label>
        <textarea
          id="message"
          rows={1}
          dir="auto"
          autocomplete="off"
          enterkeyhint="send"
          aria-describedby="left"
          aria-invalid={left < 0}
          onInput={act.type}
          onKeyDown={act.pressKey}
        />
      </div>
      <button type="submit" class="send" onPointerDown={act.holdFocus}>
        {words.send}
      </button>
      <p id="left">{left < countFrom ? words.charactersLeft(left) : ''}</p>
    </form>
  )
}

function ButtonsComposer({ words, act }: ComposerProps): JSX.Element {
  return (
    <div class="composer composer-buttons">
      <p>{words.chooseButton}</p>
      <button type="button" onClick={act.showOverview}>
        {words.overview}
      </button>
      <button type="button" id="type-instead" onClick={() => act.choose({ answering: 'typing' })}>
        {words.typeInstead}
      </button>
    </div>
  )
}
