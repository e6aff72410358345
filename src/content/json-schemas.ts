import { z } from 'zod'
import {
  commandsFileSchema,
  crisisFileSchema,
  phrasesFileSchema,
  regionFileSchema,
  topicFileSchema,
} from '../conversation/dialog-files.ts'

const schemas = {
  topic: topicFileSchema,
  region: regionFileSchema,
  phrases: phrasesFileSchema,
  crisis: crisisFileSchema,
  commands: commandsFileSchema,
}

/**
 * Generates the JSON Schemas that editors use for completion, from the same schemas the program checks with.
 * @returns file name -> contents of the file
 */
export function generateJsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  )
}
