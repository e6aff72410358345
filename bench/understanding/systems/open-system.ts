import type { Learn, SystemId } from '../system.ts'

/** Loads a system; only then its packages take memory. */
export async function openSystem(id: SystemId): Promise<Learn> {
  switch (id) {
    case 'opstap':
      return (await import('./opstap.ts')).learnOpstap
    case 'classifier':
      return (await import('./classifier.ts')).learnClassifier
    case 'ngrams':
      return (await import('./classifier.ts')).learnNgrams
    case 'nlpjs':
      return (await import('./nlpjs.ts')).learnNlpjs
    case 'fasttext':
      return (await import('./fasttext.ts')).learnFasttext
    default:
      return id satisfies never
  }
}
