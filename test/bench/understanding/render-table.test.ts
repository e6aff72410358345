import { describe, expect, it } from '@jest/globals'
import { renderTable } from '../../../bench/understanding/render-table.ts'

describe('renderTable', () => {
  it('writes a Markdown table whose columns stand under each other', () => {
    expect(
      renderTable(
        ['what', 'a'],
        [
          ['first line', '1'],
          ['b', '12.5 %'],
        ],
      ),
    ).toBe(
      ['| what       |      a |', '| ---------- | -----: |', '| first line |      1 |', '| b          | 12.5 % |'].join(
        '\n',
      ),
    )
  })

  it('leaves a missing cell empty', () => {
    expect(
      renderTable(['x', 'y'], [['1']])
        .split('\n')
        .at(-1),
    ).toBe('| 1   |     |')
  })
})
