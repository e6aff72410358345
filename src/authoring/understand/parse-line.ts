import { z } from 'zod'

const lineSchema = z.object({
  text: z.string(),
  /** What a sensible reader makes of it: a topic, a command, `buiten-bereik`, a step of the crisis ladder or `crisis`. */
  labels: z.array(z.string()).optional(),
  /** The question that was asked when the message came. */
  context: z.object({ topic: z.string(), step: z.string() }).optional(),
})

/** One line to read. */
export type AskedLine = z.infer<typeof lineSchema>

/**
 * Reads a line of JSON.
 * @returns the line, or undefined when it is no JSON or of another form
 */
export function parseLine(line: string): AskedLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data
  } catch {
    // Not JSON; the caller says on which line.
    return undefined
  }
}
