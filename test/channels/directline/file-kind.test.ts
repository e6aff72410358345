import { describe, expect, it } from '@jest/globals'
import { cleanFileName, findFileKind } from '../../../src/channels/directline/file-kind.ts'

describe('findFileKind', () => {
  it.each([
    ['image/png', '\x89PNG\r\n\x1a\nrest'],
    ['image/jpeg', '\xff\xd8\xff\xe0rest'],
    ['image/gif', 'GIF87arest'],
    ['image/gif', 'GIF89arest'],
    ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['application/pdf', '%PDF-1.7\n'],
  ])('knows %s by its first bytes, whatever it is called', (kind, bytes) => {
    expect(findFileKind(Buffer.from(bytes, 'latin1'), 'text/html')).toBe(kind)
  })

  it.each([
    ['a sound in the same box as WebP', 'RIFF\x10\0\0\0WAVEfmt '],
    ['a picture that only begins like PNG', '\x89PNG'],
    ['a PDF that begins later', 'x%PDF-1.7'],
  ])('does not know %s', (_what, bytes) => {
    expect(findFileKind(Buffer.from(bytes, 'latin1'), 'image/png')).toBeUndefined()
  })

  it('knows text when it says so', () => {
    expect(findFileKind(Buffer.from('Ik heb € 5 < 10, één ✓'), 'text/plain; charset=utf-8')).toBe('text/plain')
    expect(findFileKind(Buffer.from('Ik heb'), 'text/plainer')).toBeUndefined()
    expect(findFileKind(Buffer.from('<?xml version="1.0"?>'), 'text/plain')).toBeUndefined()
  })
})

describe('cleanFileName', () => {
  it.each([
    ['../../../../etc/foto.png', 'foto.png'],
    ['C:\\Users\\x\\Foto.PNG', 'Foto.PNG'],
    ['a\u0000\r\n\u001b[31mb.png', 'a[31mb.png'],
    ['\u202Egnp.exe\u2066.png', 'gnp.exe.png'],
    ['page.html', 'page.html.png'],
    ['', 'file.png'],
    ['..', 'file.png'],
    ['map/', 'file.png'],
    ['.png', 'png.png'],
    ['a (1).png', 'a (1).png'],
    ['brief\uD800.png', 'brief.png'],
  ])('makes %j into %j', (name, clean) => {
    expect(cleanFileName(name, 'image/png')).toBe(clean)
  })

  it('keeps the ending of a long name and cuts no character in two', () => {
    const clean = cleanFileName(`${'a'.repeat(115)}😀😀😀.jpeg`, 'image/jpeg')
    expect(clean).toBe(`${'a'.repeat(115)}.jpeg`)
    expect(cleanFileName(`${'x'.repeat(5000)}`, 'text/plain')).toHaveLength(120)
  })
})
