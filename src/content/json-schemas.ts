import { z } from 'zod'
import { amountsFileSchema } from '../conversation/dialog-files/amounts-file.ts'
import { commandsFileSchema } from '../conversation/dialog-files/commands-file.ts'
import { crisisFileSchema } from '../conversation/dialog-files/crisis-file.ts'
import { municipalitiesFileSchema } from '../conversation/dialog-files/municipalities-file.ts'
import { otherLanguagesFileSchema } from '../conversation/dialog-files/other-languages-file.ts'
import { phrasesFileSchema } from '../conversation/dialog-files/phrases-file.ts'
import { regionFileSchema } from '../conversation/dialog-files/region-file.ts'
import { testFileSchema } from '../conversation/dialog-files/test-file.ts'
import { thesaurusFileSchema } from '../conversation/dialog-files/thesaurus-file.ts'
import { topicFileSchema } from '../conversation/dialog-files/topic-file.ts'
import { regionTranslationSchema, topicTranslationSchema } from '../conversation/dialog-files/translation-files.ts'
import { wordsFileSchema } from '../conversation/dialog-files/words-file.ts'

const schemas = {
  topic: topicFileSchema,
  region: regionFileSchema,
  phrases: phrasesFileSchema,
  crisis: crisisFileSchema,
  commands: commandsFileSchema,
  words: wordsFileSchema,
  thesaurus: thesaurusFileSchema,
  'other-languages': otherLanguagesFileSchema,
  amounts: amountsFileSchema,
  municipalities: municipalitiesFileSchema,
  test: testFileSchema,
  'topic-translation': topicTranslationSchema,
  'region-translation': regionTranslationSchema,
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
