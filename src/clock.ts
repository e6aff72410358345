/** Tells the time. Passed in, so that tests choose their own. The only reader of the system clock. */
export interface Clock {
  now(): Date
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() }
