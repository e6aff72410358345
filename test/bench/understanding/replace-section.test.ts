import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { replaceSection } from '../../../bench/understanding/replace-section.ts'

const page = 'before\n<!-- bench:a -->\nold\n<!-- /bench:a -->\nafter\n'

describe('replaceSection', () => {
  it('replaces what stands between the marks and nothing else, again and again', () => {
    const once = replaceSection(page, 'a', 'new\nlines\n')
    expect(once).toBe('before\n<!-- bench:a -->\nnew\nlines\n<!-- /bench:a -->\nafter\n')
    expect(replaceSection(once, 'a', 'new\nlines')).toBe(once)
  })

  it('refuses a page without the marks, with one of them, or with marks that stand twice', () => {
    expect(() => replaceSection(page, 'b', '')).toThrow(/bench:b/)
    expect(() => replaceSection('<!-- bench:a -->', 'a', '')).toThrow(/bench:a/)
    expect(() => replaceSection(page + page, 'a', '')).toThrow(/once each/)
  })

  it('finds the sections of the page about understanding', () => {
    const real = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'understanding.md'), 'utf8')
    for (const section of ['systems', 'reliability', 'ablation', 'worst'])
      expect(replaceSection(real, section, 'x')).toContain(`<!-- bench:${section} -->\nx\n<!-- /bench:${section} -->`)
  })
})
