import { ModelError } from './model-error.ts'

/** A choice of a topic takes a few hundred bytes; the rest of the envelope less than a hundred times that. */
const mostBytes = 64 * 1024

/** What of the headers of the package goes out: not the description of this machine that it adds. */
const sentHeaders = ['content-type', 'accept']

/** The part of `fetch` that the package uses. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * Makes the one way out to the model: to one origin, without following a redirect, and reading no more than an answer can
 * be. Whatever the package or a variable of its own would do otherwise ends here.
 * @param origin where requests may go, as `https://model.example`
 * @param keyHeader header in which the key goes; undefined when the host asks for none
 */
export function createGuardedFetch(origin: string, keyHeader: 'authorization' | 'api-key' | undefined): Fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.origin !== origin) throw new ModelError('unreachable')
    const given = new Headers(init.headers)
    const headers = new Headers()
    for (const name of keyHeader === undefined ? sentHeaders : [...sentHeaders, keyHeader]) {
      const value = given.get(name)
      if (value !== null) headers.set(name, value)
    }
    const { method = 'POST', body = null, signal = null } = init
    const response = await fetch(url, { method, body, signal, headers, redirect: 'error' })
    const bytes = await readBounded(response)
    return new Response(bytes.length === 0 ? null : bytes, {
      status: response.status,
      headers: { 'content-type': response.headers.get('content-type') ?? 'text/plain' },
    })
  }
}

async function readBounded({ body }: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop early cancels the body, which closes the connection.
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > mostBytes) throw new ModelError('too-big')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
