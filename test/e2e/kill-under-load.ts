import { setTimeout as pause } from 'node:timers/promises'
import type { KillableServer } from './killable-server.ts'
import { openPersistentTalker, type PersistentTalker } from './persistent-talker.ts'

/** What was left of the conversations. Everything from `lost` on must be 0. */
export interface KillFigures {
  kills: number
  conversations: number
  /** Messages that the server acknowledged. */
  acknowledged: number
  /** Requests that found no server and were made again. */
  resent: number
  /** Sockets that were opened again. */
  reconnected: number
  /** Acknowledged messages that are not in the log, or not where the server said. */
  lost: number
  /** Messages that stand in the log more than once. */
  doubled: number
  /** Messages in the log that nobody got an acknowledgement for. */
  unknown: number
  /** Places in a log that are missing or stand out of order. */
  gaps: number
  /** Messages without a reply. */
  unanswered: number
  /** Activities that a follower missed, got twice or got out of order over its sockets. */
  misheard: number
  /** Conversations whose last message, after the last restart, was not answered. */
  stuck: number
}

const conversationCount = 24
const messages = [
  'Wat gebeurt er dan met mijn uitkering?',
  'Wajong',
  'weet ik niet',
  'Kom ik niet in de schulden?',
  'menu',
  'Ik durf niet, ik blijf wel hier. Ik weet wat ik heb',
  'een beetje',
  'mens',
  'toch niet',
  'bla bla bla',
  'Wat als het niet goed gaat, kan ik dan nog wel terugkomen bij jullie op de dagbesteding?',
]

/**
 * Lets many people talk while the server is killed and started again, and then compares what they were told with what is
 * there.
 * @param server not started yet
 * @param kills how often
 * @param heard is told after each kill how many there were
 */
export async function killUnderLoad(
  server: KillableServer,
  kills: number,
  heard: (done: number) => void = () => undefined,
): Promise<KillFigures> {
  await server.start()
  const talkers = await Promise.all(Array.from({ length: conversationCount }, () => openPersistentTalker(server.url)))
  const talking = talkers.map((talker) => talker.talk(messages))
  // A talker that breaks must end the run, also while nobody looks at its promise.
  const broken = Promise.race(talking)
  for (let done = 1; done <= kills; done += 1) {
    await Promise.race([pause(100 + Math.random() * 900), broken])
    await server.kill()
    await server.start()
    heard(done)
  }
  for (const talker of talkers) talker.stop()
  await Promise.all(talking)

  const figures = emptyFigures(kills)
  await Promise.all(talkers.map((talker) => addFigures(figures, talker)))
  for (const talker of talkers) talker.close()
  return figures
}

function emptyFigures(kills: number): KillFigures {
  const none = { acknowledged: 0, resent: 0, reconnected: 0, lost: 0, doubled: 0, unknown: 0 }
  return { kills, conversations: conversationCount, ...none, gaps: 0, unanswered: 0, misheard: 0, stuck: 0 }
}

async function addFigures(figures: KillFigures, talker: PersistentTalker): Promise<void> {
  const last = await talker.say('menu')
  const log = await talker.readLog()
  await talker.hearUpTo(log.at(-1)?.id ?? '')

  const places = new Map<string, string[]>()
  for (const { id, from, channelData } of log) {
    const key = channelData?.clientActivityID
    if (from.role === 'user' && key !== undefined) places.set(key, [...(places.get(key) ?? []), id])
  }
  const answered = new Set(log.map((activity) => activity.replyToId))
  const keys = new Set(talker.acknowledged.map(({ clientActivityID }) => clientActivityID))

  figures.acknowledged += talker.acknowledged.length
  figures.resent += talker.counts.resent
  figures.reconnected += talker.counts.sockets - 1
  figures.lost += talker.acknowledged.filter(
    ({ clientActivityID, id }) => places.get(clientActivityID)?.[0] !== id,
  ).length
  figures.doubled += [...places.values()].filter((ids) => ids.length > 1).length
  figures.unknown += [...places.keys()].filter((key) => !keys.has(key)).length
  figures.gaps += log.filter(({ id }, index) => Number(id.split('|')[1]) !== index + 1).length
  figures.unanswered += log.filter(({ id, from }) => from.role === 'user' && !answered.has(id)).length
  figures.misheard +=
    log.filter(({ id }, index) => talker.heard[index]?.id !== id).length + Math.max(0, talker.heard.length - log.length)
  figures.stuck += answered.has(last.id) ? 0 : 1
}
