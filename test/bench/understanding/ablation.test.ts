import { describe, expect, it } from '@jest/globals'
import { listVariants } from '../../../bench/understanding/ablation.ts'
import { layers } from '../../../src/understanding/classifier/layers.ts'

describe('listVariants', () => {
  const variants = listVariants()

  it('begins with all layers, and leaves each of them out once', () => {
    expect(variants[0]?.layers).toEqual(layers)
    const left = variants
      .filter((variant) => variant.layers.length === layers.length - 1 && variant.name.startsWith('without'))
      .map((variant) => layers.filter((layer) => !variant.layers.includes(layer)))
    expect(left).toEqual(layers.map((layer) => [layer]))
  })

  it('adds one layer after the other, from words alone', () => {
    const added = variants.filter(({ name }) => name.endsWith('alone') || name.startsWith('…'))
    expect(added.map((variant) => variant.layers.length)).toEqual(layers.slice(0, -1).map((_layer, index) => index + 1))
    expect(added[0]?.layers).toEqual(['words'])
  })
})
