import type { IncomingHttpHeaders } from 'node:http'

/** Which pages may use the endpoint, and where it is found from outside. */
export interface Origins {
  /** CORS headers for an ordinary answer: a grant for an allowed origin, nothing for another. */
  grant(headers: IncomingHttpHeaders): Record<string, string>
  /** CORS headers for the answer to a preflight. */
  preflight(headers: IncomingHttpHeaders): Record<string, string>
  /** Whether a page of this origin may open a stream. Programs send no `Origin` and may. */
  mayStream(headers: IncomingHttpHeaders): boolean
  /**
   * Where this server is found from outside, e.g. `https://opstap.example`.
   * @returns undefined when it is not configured and the `Host` of the request is not one of our own
   */
  findBase(headers: IncomingHttpHeaders): string | undefined
  /** The same for streams, e.g. `wss://opstap.example`. */
  findStreamBase(headers: IncomingHttpHeaders): string | undefined
}

/** What {@link createOrigins} needs. */
export interface OriginOptions {
  /** Address of this server as people see it, e.g. `https://opstap.example`; needed behind a proxy. */
  publicUrl?: string
  /** Origins of other sites whose pages may use the endpoint, e.g. `https://gemeente.example`. */
  allowedOrigins: string[]
  /** Host names of this server beside the loopback ones, in lower case and without port. */
  ownHosts?: string[]
}

/**
 * Makes the rules about origins and hosts.
 * Source: directline-conformance.md, rules C1, C2, W8 and S2.
 * @param options addresses
 * @throws {TypeError} when `publicUrl` is no URL
 */
export function createOrigins(options: OriginOptions): Origins {
  const publicUrl = options.publicUrl === undefined ? undefined : new URL(options.publicUrl)
  const allowed = new Set(options.allowedOrigins)
  const ownHosts = new Set(options.ownHosts)

  function grant(headers: IncomingHttpHeaders): Record<string, string> {
    const { origin } = headers
    // `Vary` also without a grant: a cache must not hand one origin's answer to another.
    if (origin === undefined || !allowed.has(origin)) return { vary: 'Origin' }
    return { vary: 'Origin', 'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After' }
  }

  function findBase({ host }: IncomingHttpHeaders): string | undefined {
    if (publicUrl !== undefined) return `${publicUrl.origin}${publicUrl.pathname.replace(/\/+$/, '')}`
    const url = `http://${host}`
    if (host === undefined || !URL.canParse(url)) return undefined
    const { hostname, origin } = new URL(url)
    return isLoopback(hostname) || ownHosts.has(hostname) ? origin : undefined
  }

  return {
    grant,
    preflight: (headers) => {
      const granted = grant(headers)
      if (granted['access-control-allow-origin'] === undefined) return granted
      return {
        ...granted,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
        'access-control-max-age': '86400',
      }
    },
    mayStream: ({ origin, host }) => {
      if (origin === undefined || allowed.has(origin) || origin === publicUrl?.origin) return true
      // Behind a proxy the scheme of our own page is not ours; its host and port are what tells pages apart.
      return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
    },
    findBase,
    // `http` becomes `ws` and `https` becomes `wss`.
    findStreamBase: (headers) => findBase(headers)?.replace(/^http/, 'ws'),
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
