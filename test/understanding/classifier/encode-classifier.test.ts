import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decodeClassifier, encodeClassifier } from '../../../src/understanding/classifier/encode-classifier.ts'
import { trainClassifier } from '../../../src/understanding/classifier/train-classifier.ts'
import { dutchWords } from '../example-sentences.ts'

const trained = trainClassifier(
  [
    { normalised: 'kan ik terug', label: 'terugkomen' },
    { normalised: 'mag ik weer komen', label: 'terugkomen' },
    { normalised: 'krijg ik schulden', label: 'schulden' },
    { normalised: 'wat hou ik over', label: 'schulden' },
  ],
  { thesaurus: { geld: ['schulden'] }, words: dutchWords },
)

describe('encodeClassifier and decodeClassifier', () => {
  it('give back what was learned, also from a buffer that begins in the middle of another', () => {
    const bytes = encodeClassifier(trained, 'these sentences')
    const shifted = Buffer.concat([Buffer.from('abc'), bytes]).subarray(3)
    expect(decodeClassifier(bytes, 'these sentences')).toEqual(trained)
    expect(decodeClassifier(shifted, 'these sentences')).toEqual(trained)
  })

  it('give nothing for other sentences', () => {
    expect(decodeClassifier(encodeClassifier(trained, 'these'), 'those')).toBeUndefined()
  })

  it('give nothing for bytes of anything else, and never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => decodeClassifier(bytes, 'x') === undefined))
  })
})
