import { APIError, AzureOpenAI, OpenAI } from 'openai'
import { z } from 'zod'
import type { TopicQuestion } from '../second-opinion.ts'
import type { AskModel } from './create-choose-topic.ts'
import { createGuardedFetch } from './guarded-fetch.ts'
import { ModelError, type ModelFailure } from './model-error.ts'
import { composePrompt, readChoice } from './model-prompt.ts'

/** An id in JSON takes about a dozen tokens. */
const mostTokens = 60

/** Which model is asked, and where. */
export interface ModelAddress {
  /** Base URL up to and without `/chat/completions`; with `apiVersion` the address of the Azure resource. */
  url: string
  /** Name of the model; with `apiVersion` the name of the Azure deployment. */
  name: string
  /** Key, when the host asks for one. */
  key?: string | undefined
  /** Version of the Azure API; undefined for any other host, and for Azure's own `/openai/v1`. */
  apiVersion?: string | undefined
}

/** The part of a completion that we read. */
const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/**
 * Makes the client of a model that speaks the OpenAI wire format. It asks once, without trying again. The form of the
 * answer is forced with a JSON Schema; a host that refuses it (400 or 422) is asked without from then on.
 * @param address which model
 * @returns asks it. Rejects with a `ModelError`.
 */
export function createOpenAiClient(address: ModelAddress): AskModel {
  const client = createClient(address)
  let hasSchema = true

  return async (question, signal) => {
    const withSchema = hasSchema
    try {
      return await complete(client, { address, question, withSchema, signal })
    } catch (error) {
      // A host that refuses both forms has another complaint, so the next question has the schema again.
      if (refusesForm(error)) hasSchema = !withSchema
      throw toModelError(error)
    }
  }
}

function createClient({ url, key, apiVersion }: ModelAddress): OpenAI {
  const isAzure = apiVersion !== undefined
  const keyHeader = isAzure ? 'api-key' : 'authorization'
  const base = url.replace(/\/+$/, '')
  const options = {
    // What is left out, the package takes from variables of its own, which nobody checked.
    baseURL: isAzure ? `${base}/openai` : base,
    apiKey: key ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    // It would write to the console what a server answers.
    logLevel: 'off' as const,
    fetch: createGuardedFetch(new URL(url).origin, key === undefined ? undefined : keyHeader),
  }
  return isAzure ? new AzureOpenAI({ ...options, apiVersion }) : new OpenAI(options)
}

interface Asked {
  address: ModelAddress
  question: TopicQuestion
  withSchema: boolean
  signal: AbortSignal
}

async function complete(client: OpenAI, { address, question, withSchema, signal }: Asked): Promise<string | undefined> {
  const { system, user, schema } = composePrompt(question)
  const completion: unknown = await client.chat.completions.create(
    {
      model: address.name,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      temperature: 0,
      max_tokens: mostTokens,
      ...(withSchema
        ? { response_format: { type: 'json_schema', json_schema: { name: 'topic', strict: true, schema } } }
        : {}),
    },
    { signal },
  )
  const read = completionSchema.safeParse(completion)
  if (!read.success) throw new ModelError('nonsense')
  return readChoice(read.data.choices[0]?.message.content ?? '', question.candidates)
}

/** A filter of the host refuses with 400 too, but what it refuses is the message. */
function refusesForm(error: unknown): boolean {
  return error instanceof APIError && (error.status === 400 || error.status === 422) && error.code !== 'content_filter'
}

function toModelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error
  const inner = error instanceof Error ? error.cause : undefined
  if (inner instanceof ModelError) return inner
  return new ModelError(failureOf(error), error)
}

function failureOf(error: unknown): ModelFailure {
  if (error instanceof APIError && error.status !== undefined) return error.status >= 500 ? 'failed' : 'refused'
  // The package parses the body: what is no JSON fails there.
  return error instanceof SyntaxError ? 'nonsense' : 'unreachable'
}
