import { describe, expect, it } from '@jest/globals'
import { describeFinding } from '../../src/content/finding-texts.ts'
import { loadContent } from '../../src/content/load-content.ts'

describe('dialogs/', () => {
  it('holds no error', () => {
    const errors = loadContent('dialogs').findings.filter((finding) => finding.severity === 'error')
    expect(errors.map(describeFinding)).toEqual([])
  })
})
