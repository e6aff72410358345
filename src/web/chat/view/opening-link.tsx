import type { JSX } from 'preact'
import type { Strings } from '../strings.ts'

/** A link that calls a number, or opens a page beside the conversation. */
export function OpeningLink(props: { words: Strings; url: string; text: string; look?: string }): JSX.Element {
  const { words, url, text, look } = props
  if (!url.startsWith('https:')) {
    return (
      <a href={url} class={look}>
        {text}
      </a>
    )
  }
  return (
    <a href={url} class={look} target="_blank" rel="noopener noreferrer">
      {text}
      <span class="unseen"> {words.newTab}</span>
    </a>
  )
}
