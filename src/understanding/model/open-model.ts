import { randomBytes } from 'node:crypto'
import { type ChooseTopicParts, createChooseTopic } from './create-choose-topic.ts'
import { createOpenAiClient, type ModelAddress } from './openai-client.ts'

/**
 * Opens the optional model: the client, with all guards around it. Loading this file loads the client's package, 30 MB
 * and 0.2 s, so whoever has no model does not import it.
 * @param address which model
 * @param parts what the guards need; the key of the cache is made here and lasts as long as the program
 * @returns chooses a topic, as `createChooseTopic` says
 */
export function openModel(address: ModelAddress, parts: Omit<ChooseTopicParts, 'ask' | 'cacheSecret'>) {
  return createChooseTopic({ ...parts, ask: createOpenAiClient(address), cacheSecret: randomBytes(32) })
}
