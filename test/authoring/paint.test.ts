import { describe, expect, it } from '@jest/globals'
import { choosePaint } from '../../src/authoring/paint.ts'

describe('colours', () => {
  it('are used in a terminal that has them', () => {
    const paint = choosePaint({ isTTY: true, hasColors: () => true })
    expect(paint.dim('stap')).toBe('\u001b[90mstap\u001b[0m')
    expect(paint.strong('1.')).toBe('\u001b[1m1.\u001b[0m')
  })

  it.each([
    ['a pipe', {}],
    ['a terminal with NO_COLOR set', { isTTY: true, hasColors: () => false }],
  ])('stay away from %s', (_name, stream) => {
    expect(choosePaint(stream).dim('stap')).toBe('stap')
  })
})
