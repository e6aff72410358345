import type { JSX } from 'preact'
import type { Strings } from '../strings.ts'
import type { PageActions } from './page-actions.ts'

/** The two ways to keep the conversation; without a connection a line that says when it can be done. */
export function KeepButtons({
  words,
  canKeep,
  act,
}: {
  words: Strings
  canKeep: boolean
  act: PageActions
}): JSX.Element {
  if (!canKeep) return <p class="keep-later">{words.keepLater}</p>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are buttons that belong together
    <div class="keep" role="group" aria-label={words.keep}>
      <button type="button" onClick={() => act.keep('page')}>
        {words.keepPage}
        <span class="unseen"> {words.newTab}</span>
      </button>
      <button type="button" onClick={() => act.keep('text')}>
        {words.keepText}
      </button>
    </div>
  )
}
