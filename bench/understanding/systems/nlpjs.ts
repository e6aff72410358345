import { containerBootstrap, Nlp } from '@nlpjs/basic'
import { LangNl } from '@nlpjs/lang-nl'
import { outOfScopeLabel } from '../../../src/understanding/label-examples.ts'
import { readingOfLabels } from '../reading-of-labels.ts'
import type { Learn } from '../system.ts'
import { mixExamples } from './mix-examples.ts'

/** The intent that NLP.js itself gives to what belongs to nothing. */
const none = 'None'

/**
 * Trains NLP.js with its Dutch tokenizer and stemmer on the sentences as they are written; what is out of scope is its own
 * intent `None`. What would only cost time is off: saving, entities, sentiment, logs. Everything else is as it comes.
 */
export const learnNlpjs: Learn = async ({ usable: { training } }) => {
  const container = containerBootstrap()
  container.use(LangNl)
  const nlp = new Nlp({
    container,
    languages: ['nl'],
    autoLoad: false,
    autoSave: false,
    forceNER: false,
    calculateSentiment: false,
    nlu: { log: false },
  })
  for (const { normalised: text, label } of mixExamples(training, (written) => written))
    nlp.addDocument('nl', text, label === outOfScopeLabel ? none : label)
  await nlp.train()
  return {
    read: async (text) => {
      const { classifications } = await nlp.process('nl', text)
      return readingOfLabels(
        classifications.map(({ intent, score }) => ({
          label: intent === none ? outOfScopeLabel : intent,
          probability: score,
        })),
      )
    },
    timed: (text) => nlp.process('nl', text),
  }
}
