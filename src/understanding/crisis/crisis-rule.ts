import type { CrisisDoor, CrisisLevel } from '../meaning.ts'

/**
 * One written rule of the crisis ladder. Rules are data, so that somebody who does not program can review them.
 *
 * A pattern is a line of words in the canonical spelling of `spelling.ts`, all of which must stand in this order:
 * `a|b` one of these words (single words, never two), `abc*` any word that begins so, `@name` any word of that class (`word-classes.ts`),
 * `x?` may be missing, `~3` up to three words of any kind, `_3` up to three words without weight (`@vul`),
 * `^` a clause begins here, `$` a clause ends here (`a|$`: the word, or the end). Nothing crosses the end of a sentence, but for
 * `%`: up to 25 words of any kind, in this sentence or the next ones. A line that opens with `&8` has no order: all its
 * words stand within eight words of each other, in one sentence.
 */
export interface CrisisRule {
  /** Unique, kebab-case; stands in the signal and in the tests. */
  name: string
  level: CrisisLevel
  /** The help that fits, when that is not 113 alone. */
  door?: CrisisDoor
  /** Any one of these is enough. */
  patterns: readonly string[]
  /**
   * The rule is silent when one of these stands in the same sentence: the object that makes it harmless. A line that
   * opens with `>` counts only from where the danger begins: "op het werk … ik kan niet meer" is not harmless.
   */
  unless?: readonly string[]
  /** The rule sinks to geel when one of these stands in the same sentence: perhaps it is meant, perhaps not. */
  softenedBy?: readonly string[]
  /**
   * `own`: about the person's own wish or act, so a denial lowers it to geel, the past and somebody else's words to wit.
   * `undenied`: the same, but words as "niet" belong to what is said ("ik hoef niet meer gered te worden"): no denial.
   * `plain`: taken as it stands.
   */
  reading: 'own' | 'undenied' | 'plain'
  /** True when a time close by ("vanavond") beside the words makes it an announcement, which is rood. */
  risesWhenSoon?: true
}
