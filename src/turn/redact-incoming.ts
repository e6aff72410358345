import { z } from 'zod'
import type { LocaleContent } from '../conversation/content.ts'
import type { ConversationState } from '../conversation/state.ts'
import { type RedactionMarks, redact } from '../privacy/redact.ts'
import { redactMessage } from '../privacy/redact-message.ts'
import type { Json } from '../store/contract.ts'
import type { LoggedActivity } from './activity.ts'
import type { TurnInput } from './turn.ts'

const attachmentSchema = z.looseObject({ contentType: z.string().optional(), name: z.string().optional() })

/** The client's own id of a message: it knows its echo by it, and it holds no words. */
const clientIdSchema = z.object({ clientActivityID: z.string().regex(/^[\w.:|-]{1,200}$/) })

/**
 * What may be stored of what came in: personal data is taken out of everything in which a client can put words of a person.
 * This is the one place through which a turn stores what came in, whatever channel it came through.
 * @param input as it came
 * @param state the conversation when it came
 * @param words of the language of the conversation
 */
export function redactIncoming(input: TurnInput, state: ConversationState, words: LocaleContent): TurnInput {
  const { incoming, files } = input
  const { redacted: marks } = words
  return {
    ...input,
    ...(incoming.kind === 'start'
      ? {}
      : { incoming: { ...incoming, activity: redactActivity(incoming.activity, state, words) } }),
    ...(files === undefined ? {} : { files: files.map((file) => ({ ...file, name: redact(file.name, marks).text })) }),
  }
}

function redactActivity(activity: LoggedActivity, state: ConversationState, words: LocaleContent): LoggedActivity {
  const { text, name, value, channelData, attachments } = activity
  const { redacted: marks } = words
  return {
    ...activity,
    ...(text === undefined ? {} : { text: redactMessage(text, state, words).text }),
    ...(name === undefined ? {} : { name: redact(name, marks).text }),
    ...(value === undefined ? {} : { value: redactJson(value, marks) }),
    ...(channelData === undefined ? {} : { channelData: redactChannelData(channelData, marks) }),
    ...(attachments === undefined ? {} : { attachments: attachments.map((each) => redactAttachment(each, marks)) }),
  }
}

/** What a button or a card sends stays of the same form: only words and numbers in it can change. */
function redactJson(value: Json, marks: RedactionMarks): Json {
  if (typeof value === 'string') return redact(value, marks).text
  if (typeof value === 'number') {
    const { text, found } = redact(String(value), marks)
    return found.length === 0 ? value : text
  }
  if (Array.isArray(value)) return value.map((each) => redactJson(each, marks))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === undefined ? [] : [[redact(key, marks).text, redactJson(each, marks)]],
    ),
  )
}

function redactChannelData(data: Json, marks: RedactionMarks): Json {
  const redacted = redactJson(data, marks)
  const own = clientIdSchema.safeParse(data)
  if (!own.success || redacted === null || typeof redacted !== 'object' || Array.isArray(redacted)) return redacted
  return { ...redacted, ...own.data }
}

/** Its address is ours, and works only as it is. */
function redactAttachment(attachment: Json, marks: RedactionMarks): Json {
  const read = attachmentSchema.safeParse(attachment)
  if (!read.success) return redactJson(attachment, marks)
  const { contentType, name } = read.data
  return z.json().parse({
    ...read.data,
    ...(contentType === undefined ? {} : { contentType: redact(contentType, marks).text }),
    ...(name === undefined ? {} : { name: redact(name, marks).text }),
  })
}
