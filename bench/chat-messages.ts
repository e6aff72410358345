import { randomUUID } from 'node:crypto'

/**
 * What people say in one sitting: worries in their own words, answers to what the bot asks, commands, and sentences that
 * fit nothing. Each client begins somewhere else in it, so that every kind of turn is in hand at any moment.
 */
export const chatMessages = [
  'Hallo',
  'Wat als het niet goed gaat, kan ik dan nog wel terugkomen bij jullie op de dagbesteding?',
  'ja',
  'Wat gebeurt er dan met mijn uitkering?',
  'Wajong',
  'Wajong 2015',
  'Minder dan nu',
  'een beetje',
  'waarom zeg je dit?',
  'kan dat makkelijker?',
  'Kom ik niet in de schulden?',
  'Ik heb al schulden',
  'menu',
  'Ik durf niet, ik blijf wel hier. Ik weet wat ik heb',
  'Bang om te falen',
  'weet ik niet',
  'bedankt',
  'wie helpt mij als ik op mijn nieuwe werk vastloop',
  'is beschut werk iets voor mij, ik ben snel moe en ik heb rust nodig',
  'ja',
  'nee',
  'hoe laat gaat de winkel open',
  'ben jij een mens?',
  'wie kan dit allemaal lezen',
  'mens',
  'toch niet',
  'korter',
  'opnieuw',
  'mijn begeleider zegt dat ik kan werken maar ik twijfel, straks ben ik alles kwijt en kan ik niet terug',
  'stop',
] as const

/**
 * The activity that a client sends, the same for every server: the size of the body is part of what is measured.
 * @param text what the person says
 * @param conversationId id of the conversation, for servers that read it from the body
 * @param serviceUrl where a botbuilder bot sends its replies
 */
export function toSentActivity(text: string, conversationId: string, serviceUrl: string): string {
  return JSON.stringify({
    type: 'message',
    id: randomUUID(),
    timestamp: '2026-03-02T09:00:00.000Z',
    channelId: 'directline',
    serviceUrl,
    locale: 'nl-NL',
    textFormat: 'plain',
    from: { id: 'dl_client', name: '', role: 'user' },
    recipient: { id: 'opstap', name: 'Opstap', role: 'bot' },
    conversation: { id: conversationId },
    text,
    channelData: { clientActivityID: randomUUID() },
  })
}
