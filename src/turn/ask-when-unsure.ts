import type { Content } from '../conversation/content.ts'
import { readingContext } from '../conversation/decide.ts'
import type { Input } from '../conversation/decision.ts'
import type { ConversationState } from '../conversation/state.ts'
import { isWritten, titleOf } from '../conversation/talk.ts'
import { wordsIn } from '../conversation/words-in.ts'
import type { Meaning } from '../understanding/meaning.ts'
import {
  findUnsureTopics,
  mostCandidates,
  type TopicCandidate,
  type TopicQuestion,
  withChosenTopic,
} from '../understanding/second-opinion.ts'

/** What a second opinion needs. */
export interface SecondOpinionParts {
  /** Chooses one of the candidates, or none. Never rejects; ends soon after `hurry`. */
  chooseTopic: (question: TopicQuestion, hurry: AbortSignal) => Promise<string | undefined>
  /** What a topic is about, in one line. */
  aboutTopic: (topic: string) => string
}

/** What a message is heard in. */
export interface Hearing {
  state: ConversationState
  content: Content
  now: Date
}

/** Asks for a second opinion on what came in, when that helps; gives it back as it was when not. Never rejects. */
export type AskWhenUnsure = (heard: Input, hearing: Hearing) => Promise<Input>

/** The second opinion of one turn. */
export interface TurnOpinion {
  /** Asks at most once, also when the turn has to decide again. */
  askWhenUnsure: AskWhenUnsure
  /** The turn is over. */
  end(): void
}

/** Second opinions on messages that the classifier is unsure of. */
export interface SecondOpinions {
  /**
   * A message came in, and its turn will follow. Earlier turns of this conversation stop waiting for theirs: what the
   * person says now may be about danger, and must not stand behind a question about something else.
   */
  begin(conversationId: string): TurnOpinion
}

/** Makes the second opinions. Between turns they remember nothing of a conversation. */
export function createSecondOpinions(parts: SecondOpinionParts): SecondOpinions {
  const latest = new Map<string, AbortController>()
  return {
    begin(conversationId) {
      const controller = new AbortController()
      latest.get(conversationId)?.abort()
      latest.set(conversationId, controller)
      return {
        askWhenUnsure: createAskWhenUnsure(parts, controller.signal),
        end() {
          if (latest.get(conversationId) === controller) latest.delete(conversationId)
        },
      }
    },
  }
}

function createAskWhenUnsure({ chooseTopic, aboutTopic }: SecondOpinionParts, hurry: AbortSignal): AskWhenUnsure {
  let chosen: Promise<string | undefined> | undefined
  return async (heard, hearing) => {
    if (heard.kind !== 'message') return heard
    const candidates = findCandidates(heard.meaning, hearing, aboutTopic)
    if (candidates.length < 2 || hurry.aborted) return heard
    chosen ??= chooseTopic({ text: heard.text, candidates }, hurry)
    const topic = await chosen
    // When the turn decides again, the conversation may have changed: then the topic has to be a candidate again.
    if (!candidates.some(({ id }) => id === topic)) return heard
    const { meaning } = heard
    return { ...heard, meaning: { ...meaning, intent: withChosenTopic(meaning.intent, topic) } }
  }
}

/**
 * What to choose among: the guesses, then topics that stand in the same group of the menu as the best one, then the first
 * of the menu.
 * @returns at most `mostCandidates`; empty when nothing is to be asked. Beside what `findUnsureTopics` keeps apart: on the
 *   way to a human and at the question whether to erase, a message is never made into something else; and once the words
 *   about danger were said, nothing of that conversation leaves the program any more.
 */
function findCandidates(
  meaning: Meaning,
  { state, content, now }: Hearing,
  aboutTopic: SecondOpinionParts['aboutTopic'],
): TopicCandidate[] {
  if (state.crisis !== undefined || state.waiting.for === 'handoff' || state.waiting.for === 'erase') return []
  const guesses = findUnsureTopics(meaning, readingContext(state, now)).map(({ topic }) => topic)
  const best = guesses[0]
  if (best === undefined) return []
  const { language = state.locale } = meaning
  const locale = Object.hasOwn(content.locales, language) ? language : state.locale
  const talk = { state: { ...state, locale }, content }
  const { menu } = wordsIn(content, locale)
  const near = menu.groups.find(({ topics }) => topics.includes(best))?.topics ?? []
  const written = [...guesses, ...near, ...menu.first].filter((id) => isWritten(talk, id))
  return [...new Set(written)]
    .slice(0, mostCandidates)
    .map((id) => ({ id, title: titleOf(talk, id), about: aboutTopic(id) }))
}
