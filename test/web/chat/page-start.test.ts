import { describe, expect, it } from '@jest/globals'
import { parsePageStart } from '../../../src/web/chat/page-start.ts'

describe('parsePageStart', () => {
  it('reads what the server put in the page', () => {
    const start = { greeting: { texts: ['Hallo.'], buttons: ['Menu'] }, help: [{ label: '112', url: 'tel:112' }] }
    expect(parsePageStart(JSON.stringify(start))).toEqual(start)
  })

  it('reads nothing from a page without it', () => {
    expect(parsePageStart('')).toBeUndefined()
    expect(parsePageStart('{"greeting":5}')).toBeUndefined()
  })
})
