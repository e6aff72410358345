import type { MeasuredReading } from '../../src/authoring/understand/measure-readings.ts'

/**
 * Finds the confidence from which a system would answer so many of these readings, so that systems are compared while they
 * dare equally much.
 * @param readings of in-scope lines, as `readingOfLabels` makes them
 * @param count how many should be answered
 * @returns the threshold; 0 when fewer are answered even so, infinity when none should be
 */
export function findThreshold(readings: readonly MeasuredReading[], count: number): number {
  if (count <= 0) return Number.POSITIVE_INFINITY
  const falling = readings
    .filter(({ decision }) => decision === 'answer')
    .map(({ confidence }) => confidence)
    .sort((one, other) => other - one)
  return falling[count - 1] ?? 0
}

/** The same readings, as they would be with this threshold: what is less sure is not answered. */
export function answerFrom(readings: readonly MeasuredReading[], threshold: number): MeasuredReading[] {
  return readings.map((reading) =>
    reading.decision === 'answer' && reading.confidence < threshold ? { ...reading, decision: 'unsure' } : reading,
  )
}
