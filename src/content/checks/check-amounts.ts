import type { AmountsFile } from '../../conversation/dialog-files/amounts-file.ts'
import type { ReadableText } from '../collect-texts.ts'
import { findAmounts } from '../compile-flow.ts'
import type { DialogSource } from '../dialog-source.ts'
import { errorAt, type Finding, warningAt } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

const dayMs = 86_400_000
/** An amount of money that somebody typed. */
const typedAmount = /€\s*\d(?:[\d.,]*\d)?|\d[\d.,]*\s*(?:euro|eur)(?![\p{L}])/iu

/**
 * Amounts stand in one file, each with days that follow each other; texts name them, and nobody types
 * one. The invented examples are left alone.
 * @param amounts the file
 * @param readable all texts a candidate reads
 */
export function checkAmounts(amounts: DialogSource<AmountsFile>, readable: readonly ReadableText[]): Finding[] {
  const named = new Set(readable.flatMap(({ parts }) => parts.flatMap(({ text }) => findAmounts(text))))
  return [...checkFile(amounts, named), ...readable.flatMap(checkText)]
}

function checkText({ parts, isInvented }: ReadableText): Finding[] {
  if (isInvented) return []
  return parts.flatMap(({ text, place }) => {
    const typed = typedAmount.exec(text)?.[0]
    return typed === undefined ? [] : [errorAt(place, texts.typedAmount(typed))]
  })
}

function checkFile(file: DialogSource<AmountsFile>, named: ReadonlySet<string>): Finding[] {
  const seen = new Set<string>()
  return file.data.amounts.flatMap(({ id, values }, index) => {
    const place = file.placeOf(['amounts', index])
    const findings: Finding[] = []
    if (seen.has(id)) findings.push(errorAt(place, texts.duplicateAmount(id)))
    seen.add(id)
    if (!named.has(id)) findings.push(warningAt(place, texts.unusedAmount(id)))
    for (const [position, { from, until }] of values.entries()) {
      const at = file.placeOf(['amounts', index, 'values', position])
      const before = values[position - 1]
      if (until < from) findings.push(errorAt(at, texts.amountEndsFirst(id)))
      if (before !== undefined && Date.parse(from) - Date.parse(before.until) !== dayMs)
        findings.push(errorAt(at, texts.amountNotNextDay(id)))
    }
    return findings
  })
}
