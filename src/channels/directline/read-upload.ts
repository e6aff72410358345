import { randomBytes } from 'node:crypto'
import { errorResponse, type HttpRequest, type HttpResponse } from '../../http/route.ts'
import type { SentFile } from '../../turn/stored-file.ts'
import { cleanFileName, findFileKind } from './file-kind.ts'
import { parseJson } from './read-json.ts'

/** Largest upload, with everything in it. */
export const maxUploadBytes = 6 * 1024 * 1024

const maxFiles = 4
const maxFileBytes = 4 * 1024 * 1024
const maxActivityBytes = 256 * 1024

/** What an upload turned out to hold. */
export type UploadOutcome =
  /** At least one file; `activity` is what came with it, not checked yet: a message without text when nothing came. */
  { outcome: 'read'; files: SentFile[]; activity: unknown } | { outcome: 'refused'; response: HttpResponse }

/** The parts of an upload, as they came. */
interface Parts {
  files: { name: string; claimed: string; bytes: Uint8Array }[]
  /** JSON of each activity. */
  activities: Uint8Array[]
}

/**
 * Reads an upload: a form as Web Chat sends it, or one bare file with a `Content-Disposition`. What a file is, is read
 * from its bytes; what the client says of it is not believed.
 * Source: directline-conformance.md §1 (request 8), rules U1, U2 and A9.
 * @param request headers and body
 */
export async function readUpload(request: Pick<HttpRequest, 'headers' | 'body'>): Promise<UploadOutcome> {
  const isForm = /^multipart\/form-data\s*;/i.test(request.headers['content-type'] ?? '')
  const parts = isForm ? await readForm(request) : readBareFile(request)
  if (parts === undefined) {
    return refuse(400, 'BadSyntax', 'Send multipart/form-data, or one file with Content-Disposition and a filename.')
  }
  const activity = readActivity(parts.activities)
  if (activity.outcome === 'refused') return activity
  if (parts.files.length === 0) return refuse(400, 'BadArgument', 'Send at least one file.')
  if (parts.files.length > maxFiles) return refuse(413, 'MessageSizeTooBig', `Send at most ${maxFiles} files at once.`)
  const files: SentFile[] = []
  for (const { name, claimed, bytes } of parts.files) {
    if (bytes.byteLength > maxFileBytes) {
      return refuse(413, 'MessageSizeTooBig', `Send files of at most ${maxFileBytes} bytes.`)
    }
    const contentType = findFileKind(bytes, claimed)
    if (contentType === undefined) {
      return refuse(415, 'UnsupportedMediaType', 'Send PNG, JPEG, WebP or GIF pictures, PDF, or plain text in UTF-8.')
    }
    // Nobody can guess 128 random bits.
    files.push({
      id: randomBytes(16).toString('base64url'),
      contentType,
      name: cleanFileName(name, contentType),
      bytes,
    })
  }
  return { outcome: 'read', files, activity: activity.value }
}

async function readForm({ headers, body }: Pick<HttpRequest, 'headers' | 'body'>): Promise<Parts | undefined> {
  let form: FormData
  try {
    // Node reads forms only as the body of an answer or a request of its own.
    form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': headers['content-type'] ?? '' },
    }).formData()
  } catch {
    // Whatever is wrong with it, the client must send another one.
    return undefined
  }
  const parts: Parts = { files: [], activities: [] }
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      // A part without a filename has lost its type; only its own name tells that it is the activity.
      if (name === 'activity') parts.activities.push(new TextEncoder().encode(value))
      continue
    }
    const bytes = new Uint8Array(await value.arrayBuffer())
    if (/^application\/vnd\.microsoft\.activity\s*(;|$)/i.test(value.type)) parts.activities.push(bytes)
    else parts.files.push({ name: value.name, claimed: value.type, bytes })
  }
  return parts
}

function readBareFile({ headers, body }: Pick<HttpRequest, 'headers' | 'body'>): Parts | undefined {
  const disposition = headers['content-disposition']
  if (disposition === undefined || body.byteLength === 0) return undefined
  const name = /;\s*filename="?([^";]*)"?/i.exec(disposition)?.[1] ?? ''
  return { files: [{ name, claimed: headers['content-type'] ?? '', bytes: body }], activities: [] }
}

function readActivity(
  activities: Uint8Array[],
): { outcome: 'read'; value: unknown } | Extract<UploadOutcome, { outcome: 'refused' }> {
  const [only, ...more] = activities
  if (only === undefined) return { outcome: 'read', value: { type: 'message' } }
  if (more.length > 0) return refuse(400, 'BadArgument', 'Send one activity with the files.')
  if (only.byteLength > maxActivityBytes) {
    return refuse(413, 'MessageSizeTooBig', `Send an activity of at most ${maxActivityBytes} bytes.`)
  }
  const read = parseJson(only)
  return read.outcome === 'read' ? read : refuse(400, 'BadSyntax', read.message)
}

function refuse(status: number, code: string, message: string): Extract<UploadOutcome, { outcome: 'refused' }> {
  return { outcome: 'refused', response: errorResponse(status, code, message) }
}
