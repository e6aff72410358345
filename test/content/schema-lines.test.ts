import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const folder = join(import.meta.dirname, '..', '..', 'dialogs')

describe('every file in dialogs/', () => {
  it('names its schema on the first line, so that an editor completes and explains its keys', () => {
    const files = globSync('**/*.yaml', { cwd: folder })
    expect(files.length).toBeGreaterThan(80)
    const without = files.filter((file) => {
      const [first = ''] = readFileSync(join(folder, file), 'utf8').split('\n')
      const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1]
      return schema === undefined || !existsSync(join(folder, dirname(file), schema))
    })
    expect(without).toEqual([])
  })
})
