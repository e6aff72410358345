import { findUnknownVariables, type ReadableText } from '../collect-texts.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

/**
 * Every `{name}` in a text is filled in by something: words of the region in topics, the variables of its phrase in phrases.
 * @param readable all texts a candidate reads
 */
export function checkVariables(readable: readonly ReadableText[]): Finding[] {
  return readable.flatMap((text) =>
    findUnknownVariables(text).map(({ name, place }) => errorAt(place, texts.unknownVariable(name, text.variables))),
  )
}
