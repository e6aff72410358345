import type { JSX } from 'preact'
import { strings } from '../strings.ts'

/** A link that calls a number, or opens a page beside the conversation. */
export function OpeningLink({ url, text, look }: { url: string; text: string; look?: string }): JSX.Element {
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
      <span class="unseen"> {strings.newTab}</span>
    </a>
  )
}
