import { canonicalBySpelling } from './spelling.ts'

/** Written Dutch -> how it is said or typed in a dialect or in a hurry: "slikken" slikke, "maken" moaken, "snijden" snieden. */
const spokenForms: readonly (readonly [RegExp, string])[] = [
  [/en$/, 'e'],
  [/en$/, 'n'],
  [/en$/, 'u'],
  [/en$/, 'uh'],
  [/^s(?=[ptlmnk])/, 'sj'],
  [/aa/g, 'ao'],
  [/aa/g, 'oa'],
  [/a(?=[a-z]e)/g, 'ao'],
  [/a(?=[a-z]e)/g, 'oa'],
  [/ee/g, 'ae'],
  [/ee/g, 'ea'],
  [/ee/g, 'ai'],
  [/e(?=[a-z]e)/g, 'ae'],
  [/ij/g, 'ie'],
  [/ui/g, 'oe'],
  [/ui/g, 'uu'],
  [/ie/g, 'ai'],
  [/t$/, 'd'],
  [/t$/, 'dt'],
  [/t$/, ''],
  [/d$/, 't'],
  [/$/, 't'],
]

/**
 * How the words that rules name are also said.
 * @param known the words as they are written
 * @returns spoken form -> written word; never a form that is itself a word of ours, and none under four letters
 */
export function indexSpokenForms(known: ReadonlySet<string>): ReadonlyMap<string, string> {
  const written = new Map<string, string>()
  for (const word of known) {
    if (word.length < 4 || word.length > 16 || !/^[a-z]+$/.test(word)) continue
    for (const [from, to] of spokenForms) {
      const form = word.replace(from, to)
      if (form.length < 4 || known.has(form) || written.has(form) || canonicalBySpelling.has(form)) continue
      written.set(form, canonicalBySpelling.get(word) ?? word)
    }
  }
  return written
}
