import type { JSX } from 'preact'
import type { HelpLink } from '../chat-state.ts'
import type { Strings } from '../strings.ts'

/** "Hulp nu": the numbers that are always on the page, so that nobody has to be recognised as in need to find them. */
export function HelpBar(props: { words: Strings; links: readonly HelpLink[]; isInCrisis: boolean }): JSX.Element {
  const { words, links, isInCrisis } = props
  return (
    <nav class={isInCrisis ? 'help help-near' : 'help'} aria-label={words.helpNowLabel}>
      <strong>{words.helpNow}</strong>
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
