import { describe, expect, it } from '@jest/globals'
import { parsePageStart } from '../../../src/web/chat/page-start.ts'

describe('parsePageStart', () => {
  it('reads what the server put in the page', () => {
    const start = { greeting: { texts: ['Hallo.'], buttons: ['Menu'] }, help: [{ label: '112', url: 'tel:112' }] }
    expect(parsePageStart(JSON.stringify(start), 'nl')).toEqual({ ...start, language: 'nl' })
    expect(parsePageStart(JSON.stringify(start), 'en')?.language).toBe('en')
  })

  it('reads nothing from a page without it', () => {
    expect(parsePageStart('', 'nl')).toBeUndefined()
    expect(parsePageStart('{"greeting":5}', 'nl')).toBeUndefined()
  })
})
