import type { Transcript, TranscriptMessage } from '../../turn/compose-transcript.ts'

/**
 * Writes a transcript as plain text, for a file that any device can open.
 * @param transcript what was said
 */
export function renderTranscriptText(transcript: Transcript): string {
  const { title, saved, cut, days, sourcesTitle, sources, helpTitle, help } = transcript
  const blocks = [
    [title, saved, ...(cut === undefined ? [] : [cut])].join('\n'),
    ...days.flatMap(({ day, messages }) => [day, ...messages.map((message) => renderMessage(message, sourcesTitle))]),
    ...(sources.length === 0 ? [] : [[sourcesTitle, ...sources.map(renderSource)].join('\n')]),
    [helpTitle, ...help.map((line) => `- ${line}`)].join('\n'),
  ]
  return `${blocks.join('\n\n')}\n`
}

function renderMessage(message: TranscriptMessage, sourcesTitle: string): string {
  const { who, time, text, links, files, sources } = message
  return [
    `${who}, ${time}:`,
    ...(text === '' ? [] : [text]),
    ...files,
    ...links.map(({ label, address }) => `- ${label}: ${address}`),
    ...(sources.length === 0 ? [] : [`${sourcesTitle}: ${sources.join(', ')}`]),
  ].join('\n')
}

function renderSource({ title, url, reviewed }: Transcript['sources'][number], index: number): string {
  return `${index + 1}. ${title}. ${url} ${reviewed}`
}
