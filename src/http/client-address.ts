import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'

/**
 * Finds the address a request comes from, as a key for limits.
 * An IPv6 address is cut to its first 64 bits: one household has all the rest to choose from.
 * @param request the request as Node gives it
 * @param trustedProxyHops how many proxies of ours stand in front; 0 = `X-Forwarded-For` is not believed
 * @returns an IPv4 address, an IPv6 network, or `unknown` when the connection is gone
 */
export function findClientAddress(request: IncomingMessage, trustedProxyHops: number): string {
  const connected = request.socket.remoteAddress ?? 'unknown'
  if (trustedProxyHops === 0) return toNetwork(connected)
  const header = request.headers['x-forwarded-for']
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim())
  // Each proxy adds on the right who connected to it; what stands further left was written by the client.
  const claimed = forwarded[Math.max(0, forwarded.length - trustedProxyHops)] ?? ''
  return toNetwork(isIP(claimed) === 0 ? connected : claimed)
}

function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const groups = address.includes('::') ? [...left, ...Array(8 - left.length - right.length).fill('0'), ...right] : left
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
