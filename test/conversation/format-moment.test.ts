import { describe, expect, it } from '@jest/globals'
import { dayIn } from '../../src/conversation/format-moment.ts'

describe('dayIn', () => {
  it('tells the day of each zone, and changes it at midnight there', () => {
    const days = (at: string) => ['Europe/Amsterdam', 'Asia/Kathmandu', 'UTC'].map((zone) => dayIn(new Date(at), zone))
    expect(days('2026-03-02T18:14:59.999Z')).toEqual(['2026-03-02', '2026-03-02', '2026-03-02'])
    expect(days('2026-03-02T18:15:00Z')).toEqual(['2026-03-02', '2026-03-03', '2026-03-02'])
    expect(days('2026-03-02T22:59:59.999Z')).toEqual(['2026-03-02', '2026-03-03', '2026-03-02'])
    expect(days('2026-03-02T23:00:00Z')).toEqual(['2026-03-03', '2026-03-03', '2026-03-02'])
    expect(days('2026-03-02T18:14:59.999Z')).toEqual(['2026-03-02', '2026-03-02', '2026-03-02'])
  })
})
