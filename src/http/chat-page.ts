import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { chooseEncoding, type Encoding } from './choose-encoding.ts'
import type { HttpRequest, HttpResponse, Route } from './route.ts'

/** The words of the bot that the chat page shows before anything else is loaded. */
export interface FirstWords {
  /** The first messages of the bot, one bubble each, and its first buttons (each sends its own text). */
  greeting: { texts: string[]; buttons: string[] }
  /** "Hulp nu": `tel:` or `https:` addresses, in order. */
  help: { label: string; url: string }[]
}

/** What the chat page is made of. */
export interface ChatPageOptions extends FirstWords {
  /** What `vite build` made, `dist/web`; its `chat.html` is the template, and `chat.en.html` that of the page in English. */
  builtFolder: string
  /** The same in other languages, by language (`en`). One for which no page was built is left out. */
  translations?: Record<string, FirstWords>
  /** Origins that may show the page in a frame, `https://www.example.nl`; none when left out. */
  frameAncestors?: string[]
  /** Origins of sockets and requests beside the page's own, `wss://chat.example.nl`, when a proxy has another outside name. */
  connectOrigins?: string[]
}

/** Lists in the template that are repeated, and the words of each item. */
type Lists = Record<string, Record<string, string>[]>

/**
 * Serves the chat page at `/`, complete with the first words of the bot, so that they can be read before the script is
 * there. `?taal=en` or `?lang=en` asks for another language; one that is not there gives the page as it always is. Each
 * page is filled in and compressed once; make it again when the content changes.
 * @throws Error (ENOENT) when the pages were not built
 * @throws RangeError when an address is neither `tel:` nor `https:`, or an origin holds what would end a directive
 */
export function createChatPage(options: ChatPageOptions): Route {
  const { builtFolder, translations = {} } = options
  const page = preparePage(join(builtFolder, 'chat.html'), options, options)
  const translated = new Map(
    Object.entries(translations).flatMap(([language, words]) => {
      const file = join(builtFolder, `chat.${language}.html`)
      // Made when somebody asks for it: compressing a page well takes as long as twenty turns, and most ask for one page.
      let made: PreparedPage | undefined
      const prepare = () => {
        made ??= preparePage(file, words, options)
        return made
      }
      return existsSync(file) ? [[language, prepare]] : []
    }),
  )
  return {
    method: 'GET',
    path: '/',
    handle: (request) => {
      const asked = request.query.get('taal') ?? request.query.get('lang') ?? ''
      return answerWith(translated.get(asked.slice(0, 2).toLowerCase())?.() ?? page, request)
    },
  }
}

/** A page in every encoding, and what is said with it. */
interface PreparedPage {
  bodies: Record<Encoding, Uint8Array>
  etag: string
  headers: Record<string, string>
}

function preparePage(file: string, { greeting, help }: FirstWords, options: ChatPageOptions): PreparedPage {
  for (const { url } of help) {
    if (!/^(tel:|https:\/\/)/.test(url)) throw new RangeError('An address for help must begin with tel: or https://')
  }
  const template = readFileSync(file, 'utf8')
  const html = fillTemplate(
    template,
    { greeting, help },
    {
      greeting: greeting.texts.map((text) => ({ text })),
      buttons: greeting.buttons.map((label) => ({ label })),
      help: help.map(({ label, url }) => ({ label, url })),
    },
  )
  const bodies: Record<Encoding, Uint8Array> = {
    br: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gzip: gzipSync(html, { level: 9 }),
    identity: Buffer.from(html),
  }
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    // Always ask whether it is still the same: the words on it have a review date.
    'Cache-Control': 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Content-Security-Policy': contentSecurityPolicy(html, options),
    'X-Content-Type-Options': 'nosniff',
    // The page that somebody came from says nothing about the visit to others, and the other way round.
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  }
  return { bodies, etag, headers }
}

function answerWith({ bodies, etag, headers }: PreparedPage, request: HttpRequest): HttpResponse {
  // A proxy that compresses makes the tag weak; the page behind it is the same.
  const known = String(request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return { status: 304, headers }
  const encoding = chooseEncoding(request.headers['accept-encoding'], ['br', 'gzip'])
  return {
    status: 200,
    body: bodies[encoding],
    headers: encoding === 'identity' ? headers : { ...headers, 'Content-Encoding': encoding },
  }
}

// One pass over the template, so that words which look like a mark of the template are left as they are.
function fillTemplate(template: string, start: object, lists: Lists): string {
  return template.replace(
    /<!--each:(\w+)-->([\s\S]*?)<!--end-->|\{\{start\}\}/g,
    (_mark, name: string | undefined, item: string) => {
      if (name === undefined) return JSON.stringify(start).replace(/</g, '\\u003c')
      return (lists[name] ?? [])
        .map((words) => item.replace(/\{\{(\w+)\}\}/g, (_word, key: string) => escapeHtml(words[key] ?? '')))
        .join('')
    },
  )
}

function contentSecurityPolicy(html: string, options: ChatPageOptions): string {
  const hashesOf = (element: RegExp) =>
    [...html.matchAll(element)].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  const styles = hashesOf(/<style>([\s\S]*?)<\/style>/g)
  const scripts = hashesOf(/<script type="module">([\s\S]*?)<\/script>/g)
  const origins = (list: string[] | undefined) => {
    const odd = list?.find((origin) => !/^(https?|wss?):\/\/[a-z0-9.:[\]*-]+$/i.test(origin) && origin !== "'self'")
    if (odd !== undefined) throw new RangeError(`Not an origin: ${odd}`)
    return list ?? []
  }
  const ancestors = origins(options.frameAncestors)
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `style-src ${["'self'", ...styles].join(' ')}`,
    `connect-src ${["'self'", ...origins(options.connectOrigins)].join(' ')}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    // The conversation that a person keeps is asked for with a form.
    "form-action 'self'",
    `frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors.join(' ')}`,
  ].join('; ')
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}
