import type { JSX } from 'preact'
import { maxMessageLength } from '../chat-state.ts'
import { charactersLeft, strings } from '../strings.ts'
import type { PageActions } from './page-actions.ts'

/** The counter appears when so many characters are left. */
const countFrom = 200

/** Where the person writes; or, with buttons only, the ways on when no button fits. */
export function Composer(props: { isTyping: boolean; draftLength: number; act: PageActions }): JSX.Element {
  return props.isTyping ? <TypingComposer {...props} /> : <ButtonsComposer act={props.act} />
}

function TypingComposer({ draftLength, act }: { draftLength: number; act: PageActions }): JSX.Element {
  const left = maxMessageLength - draftLength
  return (
    <form class="composer" onSubmit={act.submit}>
      <div class="box">
        <label for="message">{strings.message}</label>
        <textarea
          id="message"
          rows={1}
          autocomplete="off"
          enterkeyhint="send"
          aria-describedby="left"
          aria-invalid={left < 0}
          onInput={act.type}
          onKeyDown={act.pressKey}
        />
      </div>
      <button type="submit" class="send" onPointerDown={act.holdFocus}>
        {strings.send}
      </button>
      <p id="left">{left < countFrom ? charactersLeft(left) : ''}</p>
    </form>
  )
}

function ButtonsComposer({ act }: { act: PageActions }): JSX.Element {
  return (
    <div class="composer composer-buttons">
      <p>{strings.chooseButton}</p>
      <button type="button" onClick={act.showOverview}>
        {strings.overview}
      </button>
      <button type="button" id="type-instead" onClick={() => act.choose({ answering: 'typing' })}>
        {strings.typeInstead}
      </button>
    </div>
  )
}
