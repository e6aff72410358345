import type { MeasuredServer } from './measured-server.ts'

/** One client in one conversation: says something and resolves when it has the answer. */
export interface Talker {
  say(text: string): Promise<void>
  close(): void
}

/** What one contender did in one round. */
export interface TurnFigures {
  turns: number
  turnsPerSecond: number
  /** Server CPU of one turn, in microseconds. */
  cpuMicroseconds: number
  p50Ms: number
  p99Ms: number
}

/**
 * Lets talkers talk for a while, each one turn after the other, and measures what the server spends on it.
 * @param server whose CPU is counted
 * @param talkers talk at the same time
 * @param messages what they say; each begins at its own place
 * @param milliseconds how long new turns are begun
 */
export async function measureTurns(
  server: MeasuredServer,
  talkers: Talker[],
  messages: readonly string[],
  milliseconds: number,
): Promise<TurnFigures> {
  const waitedMs: number[] = []
  const cpuBefore = await server.cpuMicroseconds()
  const startedAt = performance.now()
  const endAt = startedAt + milliseconds
  await Promise.all(
    talkers.map(async (talker, index) => {
      for (let at = index * 7; performance.now() < endAt; at += 1) {
        const saidAt = performance.now()
        await talker.say(messages[at % messages.length] ?? '')
        waitedMs.push(performance.now() - saidAt)
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  const cpu = (await server.cpuMicroseconds()) - cpuBefore
  const sorted = waitedMs.toSorted((a, b) => a - b)
  return {
    turns: sorted.length,
    turnsPerSecond: sorted.length / seconds,
    cpuMicroseconds: cpu / sorted.length,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
  }
}

/**
 * The value below which a share of the values lies.
 * @param sorted rising; not empty
 * @param share 0 to 1
 */
export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
