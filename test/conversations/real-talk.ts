import { join } from 'node:path'
import { readContent } from '../../src/content/load-content.ts'
import { createTrainOnce } from '../../src/content/train-once.ts'
import type { Content } from '../../src/conversation/content.ts'
import { createUnderstand } from '../../src/understanding/create-understand.ts'
import type { Understand } from '../../src/understanding/meaning.ts'

/** The written content and the understanding trained on it, as the program has them. */
export function loadReal(): { content: Content; understand: Understand } {
  const { content, training } = readContent(join(import.meta.dirname, '..', '..', 'dialogs'))
  return { content, understand: createUnderstand(training, createTrainOnce()) }
}
