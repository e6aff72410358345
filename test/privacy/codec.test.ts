import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createCodec } from '../../src/privacy/codec.ts'

const first = { id: 'first', key: new Uint8Array(32).fill(1) }
const second = { id: 'second', key: new Uint8Array(32).fill(2) }
const unreadable = expect.objectContaining({ name: 'StoreError', code: 'unreadable' })

describe('createCodec', () => {
  it('opens what it sealed, for any JSON and any place', () => {
    const codec = createCodec([first])
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'grapheme' }), (value, place) => {
        const json = JSON.parse(JSON.stringify(value))
        expect(codec.decode(codec.encode(json, place), place)).toEqual(json)
      }),
    )
  })

  it('never seals the same value to the same bytes, over more values than it draws nonces for at once', () => {
    const codec = createCodec([first])
    const sealed = Array.from({ length: 1000 }, () => Buffer.from(codec.encode('hallo', 'p')).toString('hex'))
    expect(new Set(sealed).size).toBe(1000)
    // Not even the nonce alone comes twice: that would give GCM away.
    expect(new Set(sealed.map((hex) => hex.slice(2 * 7, 2 * 19))).size).toBe(1000)
  })

  it('writes version, key id, nonce, ciphertext and tag', () => {
    const sealed = Buffer.from(createCodec([first]).encode('hallo', 'p'))
    expect(sealed[0]).toBe(1)
    expect(sealed[1]).toBe(5)
    expect(sealed.toString('latin1', 2, 7)).toBe('first')
    expect(sealed.length).toBe(7 + 12 + '"hallo"'.length + 16)
    expect(sealed.includes('hallo')).toBe(false)
  })

  it('does not open a value in another place', () => {
    const codec = createCodec([first])
    expect(() => codec.decode(codec.encode('hallo', 'here'), 'there')).toThrow(unreadable)
  })

  it('does not open a value of which any byte was changed or cut off', () => {
    const codec = createCodec([first])
    const sealed = codec.encode({ text: 'hallo' }, 'p')
    for (let at = 0; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte))
      expect(() => codec.decode(changed, 'p')).toThrow(unreadable)
      expect(() => codec.decode(sealed.slice(0, at), 'p')).toThrow(unreadable)
    }
  })

  it('seals with the first key and opens with every key', () => {
    const old = createCodec([first]).encode('hallo', 'p')
    const rotated = createCodec([second, first])
    expect(rotated.decode(old, 'p')).toBe('hallo')
    const fresh = rotated.encode('hallo', 'p')
    expect(createCodec([second]).decode(fresh, 'p')).toBe('hallo')
    expect(() => createCodec([first]).decode(fresh, 'p')).toThrow(unreadable)
  })

  it('does not open with another key of the same id', () => {
    const sealed = createCodec([first]).encode('hallo', 'p')
    expect(() => createCodec([{ ...second, id: 'first' }]).decode(sealed, 'p')).toThrow(unreadable)
  })

  it('reads bytes that stand inside a larger buffer', () => {
    const codec = createCodec([first])
    const sealed = codec.encode('hallo', 'p')
    const larger = new Uint8Array(sealed.length + 20)
    larger.set(sealed, 10)
    expect(codec.decode(larger.subarray(10, 10 + sealed.length), 'p')).toBe('hallo')
  })

  it.each([
    ['no key', []],
    ['a short key', [{ id: 'a', key: new Uint8Array(31) }]],
    ['an id with a capital', [{ ...first, id: 'A' }]],
    ['an empty id', [{ ...first, id: '' }]],
    ['an id twice', [first, { ...second, id: 'first' }]],
  ])('refuses %s', (_what, keys) => {
    expect(() => createCodec(keys)).toThrow(RangeError)
  })
})
