import { Duplex } from 'node:stream'
import { describe, expect, it } from '@jest/globals'
import { answerBrokenRequest } from '../../src/http/broken-request.ts'

/** @returns what was answered, and whether the connection ended */
function answer(code: string): { sent: string; socket: Duplex } {
  const result = { sent: '', socket: new Duplex() }
  result.socket = new Duplex({
    read: () => {},
    write: (chunk, _encoding, done) => {
      result.sent += chunk
      done()
    },
  })
  answerBrokenRequest(Object.assign(new Error('x'), { code }), result.socket)
  return result
}

describe('answerBrokenRequest', () => {
  it.each([
    ['ERR_HTTP_REQUEST_TIMEOUT', '408'],
    ['HPE_HEADER_OVERFLOW', '431'],
    ['HPE_INVALID_METHOD', '400'],
  ])('answers %s with %s and an error body, and ends', (code, status) => {
    const { sent, socket } = answer(code)
    const [head = '', body = ''] = sent.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(JSON.parse(body)).toEqual({ error: { code: 'BadSyntax', message: expect.any(String) } })
    expect(socket.writableEnded).toBe(true)
  })

  it('says nothing to who has reset the connection', () => {
    const { sent, socket } = answer('ECONNRESET')
    expect(sent).toBe('')
    expect(socket.destroyed).toBe(true)
  })
})
