import { createHash } from 'node:crypto'
import type { Transcript, TranscriptMessage } from '../../turn/compose-transcript.ts'
import { escapeXml } from '../../turn/escape-xml.ts'

/** Black on white, for paper first: nothing is told by colour, and a message is not cut in two if it can be helped. */
const style = `
@page { size: A4; margin: 18mm }
:root { color-scheme: light }
body { margin: 0 auto; padding: 1rem; max-width: 42rem; color: #000; background: #fff; font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 }
h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; break-after: avoid }
p { margin: .25rem 0 }
.talk { list-style: none; margin: 0; padding: 0 }
.talk li { margin: 0 0 .75rem; padding-left: .75rem; border-left: 3px solid #767676; break-inside: avoid }
.talk .you { border-left-style: double; border-left-width: 6px }
.who { font-weight: 700 }
.text { white-space: pre-wrap }
.refs { font-size: .9rem }
img { display: block; max-width: 100%; height: auto; margin: .5rem 0 }
a { color: #000 }
@media print { body { padding: 0; max-width: none; font-size: 11pt } .screen { display: none } a { text-decoration: none } }
`

/** What the page may load: its own style and the pictures inside it. It holds no script, so none may run. */
export const transcriptPageSecurity = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Writes a transcript as a page to read and to print, complete in itself.
 * @param transcript what was said; every word of it is escaped
 */
export function renderTranscriptPage(transcript: Transcript): string {
  const { tag, title, saved, hint, cut, days, sourcesTitle, sources, helpTitle, help } = transcript
  return renderPage(tag, title, [
    paragraph(saved),
    paragraph(hint, 'screen'),
    ...(cut === undefined ? [] : [paragraph(cut)]),
    ...days.flatMap(({ day, messages }) => [
      heading(day),
      '<ol class="talk">',
      ...messages.map((message) => renderMessage(message, sourcesTitle)),
      '</ol>',
    ]),
    ...(sources.length === 0 ? [] : [heading(sourcesTitle), '<ol>', ...sources.map(renderSource), '</ol>']),
    heading(helpTitle),
    '<ul>',
    ...help.map((line) => `<li>${escapeXml(line)}</li>`),
    '</ul>',
  ])
}

/**
 * Writes the page for when there is no transcript to show.
 * @param words title and what to do, in the language of the tag
 */
export function renderFailedPage(words: { tag: string; title: string; text: string }): string {
  return renderPage(words.tag, words.title, [paragraph(words.text)])
}

function renderPage(tag: string, title: string, body: string[]): string {
  return [
    `<!doctype html><html lang="${escapeXml(tag)}"><head><meta charset="utf-8">`,
    `<title>${escapeXml(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<style>${style}</style></head><body><main>`,
    `<h1>${escapeXml(title)}</h1>`,
    ...body,
    '</main></body></html>\n',
  ].join('\n')
}

function renderMessage(message: TranscriptMessage, sourcesTitle: string): string {
  const { from, who, time, tag, text, links, pictures, files, sources } = message
  const lang = tag === undefined ? '' : ` lang="${escapeXml(tag)}"`
  const references = sources.map((number) => `<a href="#source-${number}">${number}</a>`).join(', ')
  return [
    `<li class="${from}">`,
    paragraph(`${who}, ${time}`, 'who'),
    // Words that run from right to left must not turn the lines around them.
    ...(text === '' ? [] : [`<p class="text" dir="auto"${lang}>${escapeXml(text)}</p>`]),
    ...pictures.map(({ name, url }) => `<img src="${escapeXml(url)}" alt="${escapeXml(name)}"${lang}>`),
    ...files.map((file) => paragraph(file)),
    ...links.map(({ label, address }) => `<p${lang}>${escapeXml(`${label}: ${address}`)}</p>`),
    ...(sources.length === 0 ? [] : [`<p class="refs">${escapeXml(sourcesTitle)}: ${references}</p>`]),
    '</li>',
  ].join('')
}

function renderSource({ title, url, reviewed }: Transcript['sources'][number], index: number): string {
  const address = escapeXml(url)
  const link = /^https?:\/\//.test(url) ? `<a href="${address}" rel="noopener noreferrer">${address}</a>` : address
  return `<li id="source-${index + 1}">${escapeXml(title)}. ${link} ${escapeXml(reviewed)}</li>`
}

function heading(text: string): string {
  return `<h2>${escapeXml(text)}</h2>`
}

function paragraph(text: string, className?: string): string {
  return `<p${className === undefined ? '' : ` class="${className}"`}>${escapeXml(text)}</p>`
}
