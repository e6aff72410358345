import { describe, expect, it } from '@jest/globals'
import { renderTranscriptText } from '../../../src/channels/directline/transcript-text.ts'
import { sampleMessage, sampleTranscript } from './sample-transcript.ts'

describe('renderTranscriptText', () => {
  it('holds everything that was said, from title to numbers for help', () => {
    const transcript = sampleTranscript(
      [
        sampleMessage({
          sources: [1],
          links: [{ label: '113 bellen', address: '113' }],
        }),
        sampleMessage({ from: 'you', who: 'Jij', text: '', files: ['Bestand: a.png'] }),
      ],
      {
        cut: 'Het begin ontbreekt.',
        sources: [{ title: 'Wet', url: 'https://example.org/wet', reviewed: 'Nagekeken op 1 november 2026.' }],
      },
    )
    expect(renderTranscriptText(transcript)).toBe(`Een gesprek
Bewaard.
Het begin ontbreekt.

maandag 23 november

Computer, 10.00:
Hallo.
- 113 bellen: 113
Bronnen: 1

Jij, 10.00:
Bestand: a.png

Bronnen
1. Wet. https://example.org/wet Nagekeken op 1 november 2026.

Hulp
- Bel 112.
`)
  })

  it('has no list of sources when no answer had one', () => {
    expect(renderTranscriptText(sampleTranscript([sampleMessage()]))).not.toContain('Bronnen')
  })
})
