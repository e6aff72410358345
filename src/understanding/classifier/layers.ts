/** What the classifier looks at, a layer each; `docs/understanding.md` says what each of them adds. */
export const layers = [
  'words',
  'pairs',
  'letters',
  'stems',
  'sounds',
  'spelling',
  'compounds',
  'thesaurus',
  'concept-pairs',
] as const

/** One layer of the classifier. */
export type Layer = (typeof layers)[number]
