import { z } from 'zod'
import type { DeleteDocument, NewJob, PutDocument, StoredDocument } from '../store/contract.ts'

/** A file that a person sent, checked by the channel it came through. */
export interface SentFile {
  /** Unique in the whole store, and not to be guessed. */
  id: string
  /** Kind of file as its bytes say it. */
  contentType: string
  /** A label for people, never a path. */
  name: string
  bytes: Uint8Array
}

/** Kind of the jobs that delete a file. */
export const deleteFileKind = 'delete-file'

/** How long a file is kept. */
export const fileLifetimeSeconds = 24 * 60 * 60

const collection = 'files'

const storedFileSchema = z.object({
  format: z.literal(1),
  contentType: z.string(),
  name: z.string(),
  base64: z.base64(),
})

const payloadSchema = z.object({ format: z.literal(1), fileId: z.string() })

/**
 * Plans how files are kept in the partition of their conversation, so that they are sealed, erased and expire with it,
 * and how each is deleted a day later.
 * @param files what came with one message
 * @param now the moment of the commit
 */
export function planFiles(files: SentFile[], now: Date): { puts: PutDocument[]; jobs: NewJob[] } {
  const dueAt = new Date(now.getTime() + fileLifetimeSeconds * 1000)
  return {
    puts: files.map(({ id, contentType, name, bytes }) => {
      const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
      return { collection, id, ifVersion: 0, value: { format: 1, contentType, name, base64 } }
    }),
    jobs: files.map(({ id }) => ({
      id: `${deleteFileKind}:${id}`,
      kind: deleteFileKind,
      dueAt,
      payload: { format: 1, fileId: id },
    })),
  }
}

/** Where a file stands in the partition of its conversation. */
export function filePlace(id: string): Pick<DeleteDocument, 'collection' | 'id'> {
  return { collection, id }
}

/**
 * Reads a stored file.
 * @throws {z.ZodError} when it is of another format
 */
export function readFile(document: StoredDocument): SentFile {
  const { contentType, name, base64 } = storedFileSchema.parse(document.value)
  return { id: document.id, contentType, name, bytes: Buffer.from(base64, 'base64') }
}

/**
 * Reads which file a job must delete.
 * @returns undefined when the payload is of another format
 */
export function findFileToDelete(payload: unknown): string | undefined {
  return payloadSchema.safeParse(payload).data?.fileId
}
