import { describe, expect, it } from '@jest/globals'
import { Fragment, h } from 'preact'
import { renderMarkup } from '../../../src/web/chat/render-markup.ts'

describe('renderMarkup', () => {
  it('escapes text and attributes', () => {
    expect(renderMarkup(h('p', { title: '"><script>' }, '<b>&'))).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</p>',
    )
  })

  it('draws components, lists and fragments, and leaves out what draws nothing', () => {
    const Item = ({ text }: { text: string }) => h('li', {}, text)
    const list = h(Fragment, {}, [
      h(Item, { key: 1, text: 'a' }),
      null,
      false,
      undefined,
      h(Item, { key: 2, text: 'b' }),
    ])
    expect(renderMarkup(h('ul', {}, list))).toBe('<ul><li>a</li><li>b</li></ul>')
  })

  it('writes false for aria attributes only, and leaves out handlers', () => {
    expect(
      renderMarkup(h('button', { hidden: false, disabled: true, 'aria-expanded': false, onClick: () => {} })),
    ).toBe('<button disabled aria-expanded="false"></button>')
  })

  it('closes no tag that cannot be closed', () => {
    expect(renderMarkup(h('input', { type: 'radio', checked: true }))).toBe('<input type="radio" checked>')
  })
})
