import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { HttpResponse } from '../../src/http/route.ts'
import { createStaticFiles } from '../../src/http/static-files.ts'

let builtFolder: string

beforeAll(() => {
  builtFolder = mkdtempSync(join(tmpdir(), 'opstap-files-'))
  mkdirSync(join(builtFolder, 'assets'))
  for (const name of ['chat-a1.js', 'chat-a1.js.br', 'chat-a1.js.gz', 'chat-a1.js.map', 'plain-b2.css']) {
    writeFileSync(join(builtFolder, 'assets', name), `contents of ${name}`)
  }
  writeFileSync(join(builtFolder, 'secret.js'), 'secret')
})

afterAll(() => rmSync(builtFolder, { recursive: true }))

function get(file: string, acceptEncoding = ''): HttpResponse {
  const request = {
    method: 'GET',
    params: { file },
    query: new URLSearchParams(),
    headers: { 'accept-encoding': acceptEncoding },
    address: '',
    body: new Uint8Array(),
  }
  return createStaticFiles({ builtFolder }).handle(request) as HttpResponse
}

const bodyOf = (response: HttpResponse) => new TextDecoder().decode(response.body as Uint8Array)

describe('createStaticFiles', () => {
  it('sends the smallest form that the browser takes', () => {
    expect(bodyOf(get('chat-a1.js', 'gzip, br'))).toBe('contents of chat-a1.js.br')
    expect(bodyOf(get('chat-a1.js', 'gzip'))).toBe('contents of chat-a1.js.gz')
    expect(bodyOf(get('chat-a1.js'))).toBe('contents of chat-a1.js')
    expect(bodyOf(get('plain-b2.css', 'br'))).toBe('contents of plain-b2.css')
  })

  it('lets browsers keep a file for ever, under its right type', () => {
    expect(get('chat-a1.js', 'br').headers).toEqual({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Encoding': 'br',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
    })
  })

  it.each([
    '../secret.js',
    '..%2Fsecret.js',
    'secret.js',
    '/etc/passwd',
    'chat-a1.js.br',
    'chat-a1.js.map',
    '',
    '__proto__',
  ])('has no file %j', (file) => {
    expect(get(file)).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } })
  })

  it('has no file at all when no page needed one', () => {
    const request = {
      method: 'GET',
      params: { file: 'a.js' },
      query: new URLSearchParams(),
      headers: {},
      address: '',
      body: new Uint8Array(),
    }
    expect(createStaticFiles({ builtFolder: join(builtFolder, 'assets') }).handle(request)).toMatchObject({
      status: 404,
    })
  })
})
