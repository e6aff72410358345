import { describe, expect, it } from '@jest/globals'
import type { Layer } from '../../src/understanding/classifier/layers.ts'
import { trainClassifier } from '../../src/understanding/classifier/train-classifier.ts'
import { createTopicReader } from '../../src/understanding/create-topic-reader.ts'
import { dutchWords, exampleSentences } from './example-sentences.ts'

const language = { examples: exampleSentences, words: dutchWords, thesaurus: {} }

describe('createTopicReader', () => {
  it('looks only at the layers it is given, in learning and in reading', () => {
    const all = createTopicReader(language, trainClassifier)
    const words = createTopicReader({ ...language, layers: new Set<Layer>(['words']) }, trainClassifier)
    // A word that no example has; its letters and its stem occur in "uitkering".
    expect(all.classify('uitkeringetje').coverage).toBeGreaterThan(0)
    expect(words.classify('uitkeringetje').coverage).toBe(0)
    expect(words.classify('uitkering').coverage).toBe(1)
  })
})
