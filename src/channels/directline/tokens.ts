import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { fileLifetimeSeconds } from '../../turn/stored-file.ts'

/** Whom a token is for. */
export interface TokenClaims {
  conversationId: string
  /** Begins with `dl_`. */
  userId: string
  /** Region the page was opened for. */
  region?: string
  /** Language the page was opened in, as a tag: `en` or `en-GB`. */
  locale?: string
}

/** What a token turned out to be. */
export type TokenCheck =
  | { outcome: 'good'; claims: TokenClaims }
  /** Signed by us, but over. */
  | { outcome: 'expired'; claims: TokenClaims; expiredAt: Date }
  /** Not a token of ours, or not for this use. */
  | { outcome: 'bad' }

/** Makes and checks the tokens of this server. */
export interface Tokens {
  /** How long a token is good, in seconds. */
  lifetimeSeconds: number
  issue(claims: TokenClaims): Promise<string>
  check(token: string): Promise<TokenCheck>
  /** A credential that opens the stream of one conversation, for a minute. It can do nothing else. */
  issueForStream(claims: TokenClaims): Promise<string>
  checkForStream(credential: string): Promise<TokenCheck>
  /** A credential that opens one file, for as long as files are kept. It can do nothing else. */
  issueForFile(claims: TokenClaims, fileId: string): Promise<string>
  checkForFile(credential: string, fileId: string): Promise<TokenCheck>
}

/** What {@link createTokens} needs. */
export interface TokenOptions {
  /** Secret key, at least 32 random bytes. */
  signingKey: Uint8Array
  /** How long a token is good, in seconds, at least 5. Clients refresh each 900 s, so that less than 1800 is for tests. */
  tokenSeconds: number
  clock: Clock
}

type Audience = 'directline' | 'stream' | `file:${string}`

const streamSeconds = 60
const maxRemembered = 10_000
/** Ours are about 300 characters; what is much longer need not be looked at. */
const maxTokenChars = 4096

const payloadSchema = z.object({
  conv: z.string().min(1),
  user: z.string().min(1),
  region: z.string().optional(),
  locale: z.string().optional(),
  exp: z.number(),
})

/**
 * Makes the signer and checker of tokens: JWT, HS256, with the claim `user` that Web Chat takes its own user id from.
 * A token that was checked once is remembered, as checking a signature for each request costs more than the rest of it.
 * Source: directline-conformance.md, rules T2 to T5 and W1.
 * @param options key, lifetime and clock
 * @throws {RangeError} when the key is shorter than 32 bytes or the lifetime below 5 seconds
 */
export function createTokens(options: TokenOptions): Tokens {
  const { signingKey, tokenSeconds, clock } = options
  if (signingKey.byteLength < 32) throw new RangeError('The key that signs tokens must be at least 32 bytes long.')
  if (!(tokenSeconds >= 5)) throw new RangeError('A token must be good for at least 5 seconds.')
  const remembered = new Map<string, { claims: TokenClaims; expiresAtMs: number }>()

  function sign(claims: TokenClaims, audience: Audience, lifetimeSeconds: number): Promise<string> {
    const payload = {
      conv: claims.conversationId,
      user: claims.userId,
      ...(claims.region === undefined ? {} : { region: claims.region }),
      ...(claims.locale === undefined ? {} : { locale: claims.locale }),
    }
    return (
      new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setAudience(audience)
        // Rounded up: a token is never shorter than `expires_in` says.
        .setExpirationTime(Math.ceil(clock.now().getTime() / 1000) + lifetimeSeconds)
        .sign(signingKey)
    )
  }

  async function read(
    token: string,
    audience: Audience,
  ): Promise<{ claims: TokenClaims; expiresAtMs: number } | undefined> {
    if (token.length > maxTokenChars) return undefined
    try {
      // The signature is what is asked here; the end is compared below, as an expired token still says whose it was.
      const { payload } = await jwtVerify(token, signingKey, {
        algorithms: ['HS256'],
        audience,
        currentDate: new Date(0),
      })
      const { conv, user, region, locale, exp } = payloadSchema.parse(payload)
      return {
        claims: {
          conversationId: conv,
          userId: user,
          ...(region === undefined ? {} : { region }),
          ...(locale === undefined ? {} : { locale }),
        },
        expiresAtMs: exp * 1000,
      }
    } catch {
      // Whatever is wrong with it, the answer to the client is the same.
      return undefined
    }
  }

  function judge(found: { claims: TokenClaims; expiresAtMs: number } | undefined): TokenCheck {
    if (found === undefined) return { outcome: 'bad' }
    if (found.expiresAtMs > clock.now().getTime()) return { outcome: 'good', claims: found.claims }
    return { outcome: 'expired', claims: found.claims, expiredAt: new Date(found.expiresAtMs) }
  }

  return {
    lifetimeSeconds: tokenSeconds,
    issue: (claims) => sign(claims, 'directline', tokenSeconds),
    issueForStream: (claims) => sign(claims, 'stream', streamSeconds),
    checkForStream: async (credential) => judge(await read(credential, 'stream')),
    issueForFile: (claims, fileId) => sign(claims, `file:${fileId}`, fileLifetimeSeconds),
    checkForFile: async (credential, fileId) => judge(await read(credential, `file:${fileId}`)),
    check: async (token) => {
      const known = remembered.get(token)
      if (known !== undefined) return judge(known)
      const found = await read(token, 'directline')
      if (found !== undefined) {
        remembered.set(token, found)
        const oldest = remembered.keys().next()
        if (remembered.size > maxRemembered && !oldest.done) remembered.delete(oldest.value)
      }
      return judge(found)
    },
  }
}
