import type { Transcript, TranscriptMessage } from '../../../src/turn/compose-transcript.ts'

/** One message of a transcript. */
export function sampleMessage(more: Partial<TranscriptMessage> = {}): TranscriptMessage {
  return {
    from: 'bot',
    who: 'Computer',
    time: '10.00',
    text: 'Hallo.',
    links: [],
    pictures: [],
    files: [],
    sources: [],
    ...more,
  }
}

/** A transcript of one day with these messages. */
export function sampleTranscript(messages: TranscriptMessage[], more: Partial<Transcript> = {}): Transcript {
  return {
    tag: 'nl-NL',
    title: 'Een gesprek',
    saved: 'Bewaard.',
    hint: 'Zo print je.',
    days: [{ day: 'maandag 23 november', messages }],
    sourcesTitle: 'Bronnen',
    sources: [],
    helpTitle: 'Hulp',
    help: ['Bel 112.'],
    ...more,
  }
}
