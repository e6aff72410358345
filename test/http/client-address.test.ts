import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import { findClientAddress } from '../../src/http/client-address.ts'

function from(remoteAddress: string | undefined, forwarded?: string): IncomingMessage {
  return { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage
}

describe('findClientAddress', () => {
  it('believes no header when there is no proxy of ours', () => {
    expect(findClientAddress(from('192.0.2.1', '198.51.100.7'), 0)).toBe('192.0.2.1')
  })

  it.each([
    ['198.51.100.7', 1, '198.51.100.7'],
    ['203.0.113.9, 198.51.100.7', 1, '198.51.100.7'],
    ['203.0.113.9, 198.51.100.7, 10.0.0.1', 2, '198.51.100.7'],
    ['198.51.100.7', 2, '198.51.100.7'],
    ['not an address', 1, '192.0.2.1'],
    [undefined, 1, '192.0.2.1'],
  ])('reads X-Forwarded-For %s behind %i proxies as %s', (forwarded, hops, address) => {
    expect(findClientAddress(from('192.0.2.1', forwarded), hops)).toBe(address)
  })

  it.each([
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, 'unknown'],
  ])('takes %s as %s', (remoteAddress, address) => {
    expect(findClientAddress(from(remoteAddress), 0)).toBe(address)
  })
})
