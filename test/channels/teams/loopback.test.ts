import { describe, expect, it } from '@jest/globals'
import { isLoopbackHost, isLoopbackUrl } from '../../../src/channels/teams/loopback.ts'

describe('isLoopbackHost', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '[::1]', '::ffff:127.0.0.1', 'localhost', 'LOCALHOST'])(
    'knows %s',
    (host) => {
      expect(isLoopbackHost(host)).toBe(true)
    },
  )

  it.each([
    '',
    '10.0.0.1',
    '0.0.0.0',
    '::',
    '::ffff:10.0.0.1',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '1127.0.0.1',
  ])('refuses "%s"', (host) => {
    expect(isLoopbackHost(host)).toBe(false)
  })
})

describe('isLoopbackUrl', () => {
  it.each(['http://127.0.0.1:4000/', 'https://localhost/x', 'http://[::1]:1', 'http://0x7f.1/'])('knows %s', (url) => {
    expect(isLoopbackUrl(url)).toBe(true)
  })

  it.each([
    '',
    'nowhere',
    'ftp://127.0.0.1/',
    'https://smba.trafficmanager.net/',
    'http://127.0.0.1@evil.example/',
    'http://evil.example#127.0.0.1',
  ])('refuses "%s"', (url) => {
    expect(isLoopbackUrl(url)).toBe(false)
  })
})
