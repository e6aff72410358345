import type { Content } from '../../conversation/content.ts'
import { docsTexts, readingLine, readabilityTexts as texts } from './docs-texts.ts'
import { renderTable } from './markdown.ts'
import { type MeasuredAnswer, measureAnswers, type ReadingTotals, totalReading } from './measure-answers.ts'
import { writeDecimal, writeShare } from './write-figures.ts'

/**
 * Writes `docs/leesbaarheid.md`: how every main answer reads, the totals on top.
 * @param content the content
 */
export function renderReadability(content: Content): string {
  const measured = measureAnswers(content)
  const figures = writeTotals(totalReading(measured))
  const head = [
    `${docsTexts.topic} / ${docsTexts.answer.toLowerCase()}`,
    docsTexts.region,
    texts.words,
    texts.longest,
    texts.average,
    texts.score,
    docsTexts.sources,
    docsTexts.reviewed,
  ]
  return [
    `# ${texts.title}\n`,
    `${docsTexts.generated}\n`,
    `${texts.about}\n`,
    renderTable(
      [texts.what, texts.figure],
      [
        [texts.total, figures.answers],
        [texts.overallAverage, figures.average],
        [texts.overallLongest, figures.longest],
        [texts.easy, figures.easy],
        [texts.grounded, figures.grounded],
      ],
    ),
    renderTable(head, measured.map(renderRow)),
  ].join('\n')
}

/**
 * Writes how all answers read in one line.
 * @param content the content
 */
export function describeReading(content: Content): string {
  return readingLine(writeTotals(totalReading(measureAnswers(content))))
}

function writeTotals(totals: ReadingTotals): Record<'answers' | 'average' | 'longest' | 'easy' | 'grounded', string> {
  return {
    answers: String(totals.answers),
    average: writeDecimal(totals.averageWords),
    longest: String(totals.longestSentence),
    easy: writeShare(totals.easyShare),
    grounded: writeShare(totals.groundedShare),
  }
}

function renderRow({ topic, region, answer, ...measure }: MeasuredAnswer): string[] {
  return [
    `${topic}/${answer.id}`,
    region ?? docsTexts.everywhere,
    String(measure.words),
    String(measure.longestSentence),
    writeDecimal(measure.averageWords),
    String(Math.floor(measure.flesch)),
    String(answer.sources.length),
    answer.reviewedOn,
  ]
}
