import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { createTrainOnce } from '../../src/content/train-once.ts'
import type { LabelledText, TrainedClassifier } from '../../src/understanding/classifier/train-classifier.ts'
import { dutchWords } from '../understanding/example-sentences.ts'

const source = { thesaurus: { fruit: ['appel', 'peer'] }, words: dutchWords }
const examples = createExamples('appel')
let folder: string

/** Enough sentences to be worth keeping. */
function createExamples(fruit: string): LabelledText[] {
  return Array.from({ length: 1100 }, (_unused, index) =>
    index % 2 === 0
      ? { normalised: `mijn ${fruit} nummer ${index}`, label: 'fruit' }
      : { normalised: `de bus van ${index} uur`, label: 'reizen' },
  )
}

function listNumbers({ labels, temperature, features, model }: TrainedClassifier): unknown {
  return { labels, temperature, ...features, ...model }
}

describe('createTrainOnce', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'opstap-learned-'))
  })

  it('gives the same from the file as when it learned', () => {
    const learned = createTrainOnce(folder)(examples, source, 'nl')
    const before = readFileSync(join(folder, 'classifier-nl.bin'))
    const read = createTrainOnce(folder)(examples, source, 'nl')
    expect(listNumbers(read)).toEqual(listNumbers(learned))
    expect(readFileSync(join(folder, 'classifier-nl.bin')).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['classifier-nl.bin'])
  })

  it('learns anew when a sentence changed', () => {
    createTrainOnce(folder)(examples, source, 'nl')
    const before = readFileSync(join(folder, 'classifier-nl.bin'))
    createTrainOnce(folder)(createExamples('peer'), source, 'nl')
    expect(readFileSync(join(folder, 'classifier-nl.bin')).equals(before)).toBe(false)
  })

  it.each([
    ['is empty', () => Buffer.alloc(0)],
    ['was cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['is something else', () => Buffer.from('this is no classifier at all')],
    [
      'has a broken header',
      (whole: Buffer) => Buffer.concat([whole.subarray(0, 4), Buffer.from('!!!!'), whole.subarray(8)]),
    ],
  ])('learns anew when the file %s', (_what, breakFile) => {
    const learned = createTrainOnce(folder)(examples, source, 'nl')
    const file = join(folder, 'classifier-nl.bin')
    const whole = readFileSync(file)
    writeFileSync(file, breakFile(whole))
    expect(listNumbers(createTrainOnce(folder)(examples, source, 'nl'))).toEqual(listNumbers(learned))
    expect(readFileSync(file).equals(whole)).toBe(true)
  })

  it('learns where nothing can be kept', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(createTrainOnce(join(file, 'folder'))(examples, source, 'nl').labels).toEqual(['fruit', 'reizen'])
  })
})
