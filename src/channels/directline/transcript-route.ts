import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { Content } from '../../conversation/content.ts'
import { wordsIn } from '../../conversation/words-in.ts'
import { errorResponse, type HttpRequest, type HttpResponse, type Route } from '../../http/route.ts'
import { composeTranscript } from '../../turn/compose-transcript.ts'
import { readTranscript } from '../../turn/read-transcript.ts'
import type { ConversationReader } from '../../turn/turn.ts'
import { authorizeToken } from './authorize.ts'
import { type Guards, notFound } from './guards.ts'
import type { Tokens } from './tokens.ts'
import { type DirectLineLimits, findExceeded } from './too-many.ts'
import { renderFailedPage, renderTranscriptPage, transcriptPageSecurity } from './transcript-page.ts'
import { renderTranscriptText } from './transcript-text.ts'

/** What the transcript route needs. */
export interface TranscriptRouteOptions {
  basePath: string
  reader: ConversationReader
  tokens: Tokens
  limits: DirectLineLimits
  guards: Guards
  clock: Clock
  /** The words around the conversation. */
  content: Content
}

const formSchema = z.object({ token: z.string(), form: z.enum(['page', 'text']) })

/**
 * Makes the route that gives a person their conversation, as a page to print or as a text file. It takes an ordinary HTML
 * form: a browser opens the answer by itself, and the token stands in the body, never in an address that is kept
 * somewhere. People see the answer, so that a refusal is a page with kind words.
 * Not part of Direct Line 3.0; who may ask and how often follows its rules T3, T4, A8 and L1.
 * @param options parts it uses
 */
export function createTranscriptRoute(options: TranscriptRouteOptions): Route {
  const { basePath, reader, tokens, limits, guards, clock, content } = options

  async function handle(request: HttpRequest): Promise<HttpResponse> {
    const exceeded = findExceeded([limits.guard, request.address])
    if (exceeded !== undefined) return failed(exceeded)
    const asked = parseForm(request)
    if (asked === undefined) return failed(errorResponse(400, 'BadArgument', 'Send a form with token and form.'))
    const authorized = await authorizeToken(asked.token, tokens)
    if (authorized.outcome === 'refused') return failed(authorized.response)
    const { conversationId } = authorized.claims
    if (request.params.conversationId !== conversationId) return failed(notFound())
    const tooMany = guards.findTooManySends(request, conversationId)
    if (tooMany !== undefined) return failed(tooMany)
    if (!(await guards.isThere(conversationId))) return failed(notFound())

    const transcript = composeTranscript(await readTranscript(reader, conversationId), content, clock.now())
    if (asked.form === 'page') return page(200, renderTranscriptPage(transcript))
    return {
      status: 200,
      body: renderTranscriptText(transcript),
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': `attachment; filename="${fileNameOf(transcript.title)}"`,
        'Cache-Control': 'no-store',
      },
    }
  }

  function failed({ status, headers = {} }: HttpResponse): HttpResponse {
    const { tag, phrases } = wordsIn(content)
    const title = phrases['transcript-title'].texts.join(' ')
    const text = phrases['transcript-failed'].texts.join('\n')
    return page(status, renderFailedPage({ tag, title, text }), headers)
  }

  return { method: 'POST', path: `${basePath}/conversations/:conversationId/transcript`, maxBodyBytes: 8192, handle }
}

function page(status: number, html: string, headers: Record<string, string> = {}): HttpResponse {
  return {
    status,
    body: html,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': transcriptPageSecurity,
      'Cache-Control': 'no-store',
    },
  }
}

function parseForm({ headers, body }: HttpRequest): z.infer<typeof formSchema> | undefined {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '')) return undefined
  const fields = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)))
  return formSchema.safeParse(fields).data
}

/** "Gesprek met Opstap" -> `gesprek-met-opstap.txt`: no sign in it that a header or a disk would mind. */
function fileNameOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return `${words?.join('-') ?? 'opstap'}.txt`
}
