import type { Measures, Share } from './measure-readings.ts'
import { understandTexts as texts } from './understand-texts.ts'

const nameWidth = 46

/**
 * Writes measures as text for a terminal. What was not in the lines is left out.
 * @param measures of `measureReadings`
 */
export function renderMeasures(measures: Measures): string {
  const { topicFirst, topicAmongThree, macroF1, answered, commands, person, auroc, wronglyAnswered, crisis } = measures
  const rows: [string, string][] = []
  const addShare = (name: string, share: Share) => {
    if (share.of > 0) rows.push([name, describeShare(share)])
  }
  addShare(texts.topicFirst, topicFirst)
  addShare(texts.topicAmongThree, topicAmongThree)
  if (topicFirst.of > 0) {
    rows.push([texts.macroF1, macroF1.toFixed(3)])
    addShare(texts.answered, { right: answered.of, of: topicFirst.of })
    addShare(`  ${texts.answeredRight}`, answered)
  }
  addShare(texts.commands, commands)
  addShare(texts.person, person)
  if (!Number.isNaN(auroc)) rows.push([texts.auroc, auroc.toFixed(3)])
  addShare(texts.wronglyAnswered, wronglyAnswered)
  addShare(texts.heard, crisis.heard)
  addShare(texts.raised, crisis.raised)
  const lines = [texts.title, ...rows.map(([name, value]) => `  ${name.padEnd(nameWidth)}${value}`)]
  if (topicFirst.of > 0) lines.push('', texts.calibration, ...renderCalibration(measures))
  if (measures.confusions.length > 0) lines.push('', texts.confusions, ...renderConfusions(measures))
  return `${lines.join('\n')}\n`
}

/** "93.1 % (54 van 58)". */
function describeShare({ right, of }: Share): string {
  return `${of === 0 ? '–' : ((100 * right) / of).toFixed(1)} % (${right}/${of})`
}

function renderCalibration({ calibration }: Measures): string[] {
  return calibration
    .filter(({ of }) => of > 0)
    .map(
      ({ said, right, of }) =>
        `  ${texts.said} ${said.toFixed(2)}   ${texts.right} ${(right / of).toFixed(2)}   ${of} ${texts.count}`,
    )
}

function renderConfusions({ confusions }: Measures): string[] {
  return confusions.map(({ label, read, count }) => `  ${count}x  ${label} ${texts.readAs} ${read}`)
}
