import pino from 'pino'

/** What a log line may hold: counts, codes, durations and ids of ours; never words, names, tokens or addresses. */
export type LogFields = Record<string, string | number | boolean | undefined>

/** Writes log lines. The message is a fixed sentence; what differs goes into the fields. */
export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  /** @param error only its name, code and stack frames are written; its message may hold a person's words. */
  error(message: string, error: unknown, fields?: LogFields): void
}

/**
 * Makes the log that writes JSON lines to standard output.
 * @param level the least serious kind that is written
 */
export function createLog(level: 'info' | 'warn' | 'error' | 'silent'): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return {
    info: (message, fields = {}) => out.info(fields, message),
    warn: (message, fields = {}) => out.warn(fields, message),
    error: (message, error, fields = {}) => out.error({ ...fields, ...describeError(error) }, message),
  }
}

function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  // Frames only: the first lines of a stack repeat the message, which may quote what somebody typed.
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause instanceof Error ? error.cause.name : undefined
  return { error: error.name, code, cause, stack: frames?.slice(0, 8).join('\n') }
}
