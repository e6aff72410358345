import { quantile } from '../measure-turns.ts'

/** What reading costs, in milliseconds a text. */
export interface ReadingTimes {
  median: number
  p99: number
  /** CPU time of the process, all its threads, divided by the number of texts. */
  cpu: number
}

/**
 * Times a reader: each text a few times, of which the middle time counts, so that what else the machine does in between
 * does not. The first round warms up and is not counted. In each round the texts have one more space behind them, as NLP.js
 * keeps what it made of a text that it read before.
 * @param timed reads one text
 * @param texts read one after the other, the whole list in each round
 * @param rounds at least 1
 */
export async function measureTimes(
  timed: (text: string) => unknown,
  texts: readonly string[],
  rounds: number,
): Promise<ReadingTimes> {
  const tookMs = texts.map((): number[] => [])
  for (const text of texts) await settle(timed(text))
  const cpuBefore = process.cpuUsage()
  for (let round = 0; round < rounds; round++) {
    const spaces = ' '.repeat(round + 1)
    for (const [index, text] of texts.entries()) {
      const read = text + spaces
      const startedAt = performance.now()
      const result = timed(read)
      // Only who gives a promise is waited for: waiting itself costs time.
      if (result instanceof Promise) await result
      tookMs[index]?.push(performance.now() - startedAt)
    }
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  const middles = tookMs.map((times) => quantile(times.toSorted(rising), 0.5)).toSorted(rising)
  return {
    median: quantile(middles, 0.5),
    p99: quantile(middles, 0.99),
    cpu: (user + system) / 1000 / (rounds * texts.length),
  }
}

async function settle(result: unknown): Promise<void> {
  if (result instanceof Promise) await result
}

function rising(one: number, other: number): number {
  return one - other
}
