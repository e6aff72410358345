import type { IncomingMessage } from 'node:http'

/**
 * Tells whether an address or host name is this very machine.
 * @param host `127.0.0.1`, `::1`, `::ffff:127.0.0.1` or `localhost`, with or without the brackets of a URL
 */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return bare === 'localhost' || bare === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(bare)
}

/**
 * Tells whether a URL leads to this very machine.
 * @param url any text; what is no http(s) URL does not
 */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return (protocol === 'http:' || protocol === 'https:') && isLoopbackHost(hostname)
}

/**
 * Tells whether a request was made on this machine, for this machine. A forwarded one was not: behind a proxy everybody
 * in the world seems to come from loopback. A foreign host name was not either: that is a web page that was led here.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const { headers, socket } = request
  if (headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined) return false
  const host = `http://${headers.host ?? ''}`
  return isLoopbackHost(socket.remoteAddress ?? '') && isLoopbackUrl(host)
}
