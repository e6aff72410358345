import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  renderFailedPage,
  renderTranscriptPage,
  transcriptPageSecurity,
} from '../../../src/channels/directline/transcript-page.ts'
import { sampleMessage, sampleTranscript } from './sample-transcript.ts'

/** The tags of a page, without what stands between them. */
const tagsOf = (html: string) => html.match(/<[^>]*>?/g)

describe('renderTranscriptPage', () => {
  it('is a page in the language of the conversation, with its title', () => {
    const html = renderTranscriptPage(sampleTranscript([sampleMessage()], { tag: 'en-GB', title: 'A & B' }))
    expect(html).toContain('<html lang="en-GB">')
    expect(html).toContain('<title>A &amp; B</title>')
    expect(html).toContain('<h1>A &amp; B</h1>')
  })

  it('shows who said what, the picture with its words, the links as text and the sources by number', () => {
    const html = renderTranscriptPage(
      sampleTranscript(
        [
          sampleMessage({
            tag: 'en-GB',
            sources: [1],
            links: [{ label: '113 bellen', address: '113' }],
            pictures: [{ name: 'De "ladder"', url: 'data:image/svg+xml;base64,AA==' }],
          }),
        ],
        { sources: [{ title: 'Wet', url: 'https://example.org/?a&b', reviewed: 'Nagekeken.' }] },
      ),
    )
    expect(html).toContain('<p class="who">Computer, 10.00</p><p class="text" dir="auto" lang="en-GB">Hallo.</p>')
    expect(html).toContain('<img src="data:image/svg+xml;base64,AA==" alt="De &quot;ladder&quot;" lang="en-GB">')
    expect(html).toContain('<p lang="en-GB">113 bellen: 113</p>')
    expect(html).toContain('<p class="refs">Bronnen: <a href="#source-1">1</a></p>')
    expect(html).toContain(
      '<li id="source-1">Wet. <a href="https://example.org/?a&amp;b" rel="noopener noreferrer">https://example.org/?a&amp;b</a> Nagekeken.</li>',
    )
  })

  it('makes a link of no other address than a page on the web', () => {
    const sources = [{ title: 'x', url: 'javascript:alert(1)', reviewed: '' }]
    expect(renderTranscriptPage(sampleTranscript([], { sources }))).not.toContain('href')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '</main></body>',
    '<!--',
    ']]>',
    '&lt;b&gt; &#60;b&#62;',
    '\u202e<b>',
  ])('shows %j as nothing but words, wherever it stands', (text) => {
    const hostile = sampleTranscript(
      [
        sampleMessage({
          from: 'you',
          who: text,
          time: text,
          tag: text,
          text,
          files: [text],
          links: [{ label: text, address: text }],
          pictures: [{ name: text, url: text }],
          sources: [1],
        }),
      ],
      { tag: text, title: text, saved: text, hint: text, cut: text, help: [text], helpTitle: text, sourcesTitle: text },
    )
    hostile.sources = [{ title: text, url: `https://${text}`, reviewed: text }]
    hostile.days.push({ day: text, messages: [] })
    const html = renderTranscriptPage(hostile)
    expect(html).not.toMatch(/<(script|svg|b>)|<!--|<\/main><\/body>(?!<\/html>)/)
    // No attribute but our own, whatever stands in their values.
    for (const tag of tagsOf(html) ?? []) expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\son\w+=|'/)
  })

  it('leaves no < of a person unescaped, whatever they write', () => {
    const around = tagsOf(renderTranscriptPage(sampleTranscript([sampleMessage({ from: 'you', text: 'x' })])))
    const signs = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '!', '-', 'a', ' ', '\n', '\u2028') })
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), (words) => {
        const text = `x${words}`
        const html = renderTranscriptPage(sampleTranscript([sampleMessage({ from: 'you', text })]))
        expect(tagsOf(html)).toEqual(around)
      }),
      { seed: 20261123, numRuns: 500 },
    )
  })

  it('allows its own style and the pictures inside it, and nothing else', () => {
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(renderTranscriptPage(sampleTranscript([]))) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(transcriptPageSecurity.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
    expect(style).toContain('size: A4')
    expect(style).toContain('@media print')
  })
})

describe('renderFailedPage', () => {
  it('says what to do, escaped like everything else', () => {
    const html = renderFailedPage({ tag: 'nl-NL', title: 'Een gesprek', text: 'Ga <terug>.' })
    expect(html).toContain('<html lang="nl-NL">')
    expect(html).toContain('<p>Ga &lt;terug&gt;.</p>')
  })
})
