/** The kinds of files that people may send, with the endings their names may have. */
const endings = {
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/gif': ['.gif'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
  'text/plain': ['.txt'],
} satisfies Record<string, [string, ...string[]]>

/** A kind of file that people may send, as a media type. */
export type FileKind = keyof typeof endings

const maxNameChars = 120
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Finds out what a file is from its bytes. Only text has no mark of its own: it counts as such when it says so and is
 * UTF-8 without NUL, and does not begin as HTML, SVG or another markup.
 * Source: directline-conformance.md, rule U2; the marks are those of https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
 * @param bytes the whole file
 * @param claimed the media type it came with
 * @returns undefined when it is none of the kinds that people may send
 */
export function findFileKind(bytes: Uint8Array, claimed: string): FileKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp'
  if (head.startsWith('%PDF-')) return 'application/pdf'
  return /^text\/plain\s*(;|$)/i.test(claimed) && isPlainText(bytes) ? 'text/plain' : undefined
}

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    return !/^\s*<[a-z!?/]/i.test(utf8.decode(bytes))
  } catch {
    return false
  }
}

/**
 * Makes a name that is safe to show and to save under: no folders, no control or direction characters, at most 120
 * characters, and an ending that fits, as a text called `x.html` would be opened as a page.
 * @param name as the client gave it
 * @param kind what the file is
 */
export function cleanFileName(name: string, kind: FileKind): string {
  const label = (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .replace(/^\.+/, '')
  const ending = endings[kind].find((known) => label.toLowerCase().endsWith(known))
  const stem = ending === undefined ? label : label.slice(0, -ending.length)
  const suffix = ending === undefined ? endings[kind][0] : label.slice(-ending.length)
  // The cut may leave half a character at the end.
  const short = stem.slice(0, maxNameChars - suffix.length).replace(/\p{Cs}$/u, '')
  return `${short || 'file'}${suffix}`
}
