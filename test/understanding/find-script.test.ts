import { describe, expect, it } from '@jest/globals'
import { findScript } from '../../src/understanding/find-script.ts'

describe('findScript', () => {
  it.each([
    ['Dag, hoe gaat het?', 'latin'],
    ['Łódź', 'latin'],
    ['Добрий день', 'cyrillic'],
    ['صباح الخير', 'arabic'],
    ['ከመይ ኣለኻ', 'ethiopic'],
    ['你好', 'unknown'],
    ['שלום', 'unknown'],
    ['γεια', 'unknown'],
    ['UWV وقف الراتب', 'arabic'],
  ])('reads "%s" as %s', (text, script) => expect(findScript(text)).toBe(script))

  it.each(['', '12 + 3 = 15', '🙂🙂', '؟؟', '\u202e\u0301'])('finds none in "%s"', (text) =>
    expect(findScript(text)).toBeUndefined(),
  )
})
