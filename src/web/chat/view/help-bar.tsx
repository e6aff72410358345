import type { JSX } from 'preact'
import type { HelpLink } from '../chat-state.ts'
import { strings } from '../strings.ts'

/** "Hulp nu": the numbers that are always on the page, so that nobody has to be recognised as in need to find them. */
export function HelpBar({ links, isInCrisis }: { links: readonly HelpLink[]; isInCrisis: boolean }): JSX.Element {
  return (
    <nav class={isInCrisis ? 'help help-near' : 'help'} aria-label={strings.helpNowLabel}>
      <strong>{strings.helpNow}</strong>
      <ul>
        {links.map((link) => (
          <li key={link.url}>
            <a href={link.url}>{link.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
