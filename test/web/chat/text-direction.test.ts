import { describe, expect, it } from '@jest/globals'
import { directionOf } from '../../../src/web/chat/text-direction.ts'

describe('directionOf', () => {
  it.each(['ar', 'ar-SY', 'fa'])('is from right to left for %s', (tag) => expect(directionOf(tag)).toBe('rtl'))

  it.each(['nl-NL', 'en-GB', 'uk', 'ti', 'arn', '', undefined])('is that of the page for %s', (tag) =>
    expect(directionOf(tag)).toBeUndefined(),
  )
})
