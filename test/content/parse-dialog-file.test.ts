import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { parseDialogFile } from '../../src/content/parse-dialog-file.ts'

describe('parseDialogFile', () => {
  const schema = z.object({ first: z.array(z.string()), second: z.array(z.string()) })

  it('reads what stands behind a reference, and places it where it is written', () => {
    const { source } = parseDialogFile('a.yaml', 'first: &both\n  - one\n  - two\nsecond: *both\n', schema)
    expect(source?.data.second).toEqual(['one', 'two'])
    expect(source?.placeOf(['second', 1])).toEqual({ file: 'a.yaml', line: 3 })
  })

  it('places what is not there at the nearest thing around it', () => {
    const { source } = parseDialogFile('a.yaml', 'first: []\nsecond:\n  - one\n', schema)
    expect(source?.placeOf(['second', 7, 'text']).line).toBe(2)
    expect(source?.placeOf(['third']).line).toBe(1)
  })

  it('gives what the schema tells authors as the hint', () => {
    const described = z.object({ day: z.iso.date().describe('A day as year-month-day.') })
    const { findings } = parseDialogFile('a.yaml', 'day: someday', described)
    expect(findings).toMatchObject([{ rule: 'vorm', line: 1, hint: 'A day as year-month-day.' }])
  })
})
