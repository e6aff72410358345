import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type ChatPageOptions, createChatPage } from '../../src/http/chat-page.ts'
import type { HttpRequest, HttpResponse } from '../../src/http/route.ts'

const template = `<style>a{color:red}</style><ol><!--each:greeting--><li>{{text}}</li><!--end--></ol>
<!--each:buttons--><button>{{label}}</button><!--end--><!--each:help--><a href="{{url}}">{{label}}</a><!--end-->
<script type="application/json" id="start">{{start}}</script><script type="module">run()</script>`

let builtFolder: string

beforeAll(() => {
  builtFolder = mkdtempSync(join(tmpdir(), 'opstap-page-'))
  writeFileSync(join(builtFolder, 'chat.html'), template)
  writeFileSync(join(builtFolder, 'chat.en.html'), '<html lang="en"><!--each:greeting--><li>{{text}}</li><!--end-->')
})

afterAll(() => rmSync(builtFolder, { recursive: true }))

function get(
  options: Partial<ChatPageOptions> = {},
  headers: HttpRequest['headers'] = {},
  query: Record<string, string> = {},
): HttpResponse {
  const route = createChatPage({
    builtFolder,
    greeting: { texts: ['Hallo.', 'Wat wil je weten?'], buttons: ['Mijn uitkering'] },
    help: [{ label: '112', url: 'tel:112' }],
    ...options,
  })
  const request = {
    method: 'GET',
    params: {},
    query: new URLSearchParams(query),
    headers,
    address: '',
    body: new Uint8Array(),
  }
  return route.handle(request) as HttpResponse
}

function textOf(response: HttpResponse): string {
  if (!(response.body instanceof Uint8Array)) throw new Error('The page has no body')
  return new TextDecoder().decode(response.body)
}

describe('createChatPage', () => {
  it('holds the greeting, the buttons and the numbers before any script runs', () => {
    const html = textOf(get())
    expect(html).toContain('<li>Hallo.</li><li>Wat wil je weten?</li>')
    expect(html).toContain('<button>Mijn uitkering</button><a href="tel:112">112</a>')
  })

  it('gives the script the same words, as data that cannot end its element', () => {
    const html = textOf(get({ greeting: { texts: ['</script><script>alert(1)</script>'], buttons: [] } }))
    expect(html.match(/<\/script>/g)).toHaveLength(2)
    const json = /id="start">(.*?)<\/script>/.exec(html)?.[1] ?? ''
    expect(JSON.parse(json)).toEqual({
      greeting: { texts: ['</script><script>alert(1)</script>'], buttons: [] },
      help: [{ label: '112', url: 'tel:112' }],
    })
  })

  it('escapes every word, and words that look like a mark of the template', () => {
    const html = textOf(get({ greeting: { texts: ['<b>"&\'', '{{start}}<!--end-->$&'], buttons: [] } }))
    expect(html).toContain('<li>&lt;b&gt;&quot;&amp;&#39;</li><li>{{start}}&lt;!--end--&gt;$&amp;</li>')
  })

  it.each(['javascript:alert(1)', 'http://a.nl', ''])('refuses %j as an address for help', (url) => {
    expect(() => get({ help: [{ label: 'x', url }] })).toThrow(RangeError)
  })

  it('allows its own style sheet and script by their hashes and nothing inline beside them', () => {
    const policy = get().headers?.['Content-Security-Policy'] ?? ''
    const hash = (text: string) => createHash('sha256').update(text).digest('base64')
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'self' 'sha256-${hash('run()')}'`,
      `style-src 'self' 'sha256-${hash('a{color:red}')}'`,
      "connect-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ])
    expect(policy).not.toContain('unsafe')
  })

  it('names the origins that may frame it and that it may connect to', () => {
    const policy = get({ frameAncestors: ['https://www.voorbeeld.nl'], connectOrigins: ['wss://chat.voorbeeld.nl'] })
      .headers?.['Content-Security-Policy']
    expect(policy).toContain("connect-src 'self' wss://chat.voorbeeld.nl;")
    expect(policy).toContain('frame-ancestors https://www.voorbeeld.nl')
    expect(() => get({ frameAncestors: ["https://a.nl; script-src 'unsafe-inline'"] })).toThrow(RangeError)
  })

  it('is in another language for who asks for one that was built', () => {
    const translations = {
      en: { greeting: { texts: ['Hello.'], buttons: [] }, help: [] },
      fr: { greeting: { texts: ['Bonjour.'], buttons: [] }, help: [] },
    }
    for (const query of [{ taal: 'en' }, { lang: 'en-GB' }, { taal: 'EN', regio: 'twente' }])
      expect(textOf(get({ translations }, {}, query))).toContain('<html lang="en"><li>Hello.</li>')
    for (const query of [{}, { taal: 'nl' }, { taal: 'fr' }, { lang: 'constructor' }])
      expect(textOf(get({ translations }, {}, query))).toContain('<li>Hallo.</li>')
    expect(textOf(get({}, {}, { taal: 'en' }))).toContain('<li>Hallo.</li>')
  })

  it('answers 304 to a browser that has this page, also through a proxy that weakened the tag', () => {
    const etag = get().headers?.ETag ?? ''
    expect(get({}, { 'if-none-match': etag })).toMatchObject({ status: 304 })
    expect(get({}, { 'if-none-match': `"other", W/${etag}` })).toMatchObject({ status: 304 })
    expect(get({ greeting: { texts: ['Anders.'], buttons: [] } }, { 'if-none-match': etag }).status).toBe(200)
  })

  it('is sent compressed to whoever takes that', () => {
    const plain = textOf(get())
    const brotli = get({}, { 'accept-encoding': 'gzip, deflate, br' })
    const gzip = get({}, { 'accept-encoding': 'gzip;q=0.5, br;q=0' })
    expect(brotli.headers).toMatchObject({ 'Content-Encoding': 'br', Vary: 'Accept-Encoding' })
    expect(brotliDecompressSync(brotli.body as Uint8Array).toString()).toBe(plain)
    expect(gunzipSync(gzip.body as Uint8Array).toString()).toBe(plain)
    expect(get().headers).not.toHaveProperty('Content-Encoding')
  })

  it('says what is missing when the pages were not built', () => {
    expect(() => get({ builtFolder: join(builtFolder, 'nothing') })).toThrow('chat.html')
  })
})
