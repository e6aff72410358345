import type { AnswerStep, Choice, LocaleContent, RegionWords, Step, Topic } from '../conversation/content.ts'
import type { TopicTranslation } from '../conversation/dialog-files/translation-files.ts'
import { compileAmounts } from './compile-amounts.ts'
import { compilePhrases } from './compile-phrases.ts'
import type { Dialogs, Translation } from './dialog-source.ts'

type StepWords = TopicTranslation['steps'][string]
type AnswerWords = Extract<StepWords, { text: string }>

/**
 * Puts the words of another language into what was compiled from the Dutch files. Flow, conditions and sources stay; a
 * translation ends when the Dutch text does, or earlier when it says so itself. Steps that a region adds are not
 * translated: in another language the region's topic is the general one.
 * @param dutch everything in the default language
 * @param translation the words, complete as far as they go: the checks have seen to that
 * @param dialogs what the Dutch authors wrote
 */
export function translateLocale(dutch: LocaleContent, translation: Translation, dialogs: Dialogs): LocaleContent {
  const { tag } = translation.words.data
  const { numbers, messages, doors, help } = translation.crisis.data
  const { menu, labels, redacted, benefits } = translation.phrases.data
  return {
    tag,
    menu,
    topics: Object.fromEntries(
      translation.topics.flatMap(({ data }) => {
        const topic = dutch.topics[data.id]
        return topic === undefined ? [] : [[data.id, translateTopic(topic, data)]]
      }),
    ),
    regions: Object.fromEntries(
      Object.entries(dutch.regions).map(([id, region]) => [id, translateRegion(region, id, translation)]),
    ),
    phrases: compilePhrases(translation.phrases.data),
    labels,
    redacted,
    benefits,
    crisis: { numbers, messages, doors, help },
    amounts: compileAmounts(dialogs.amounts.data, tag),
  }
}

function translateTopic(topic: Topic, translation: TopicTranslation): Topic {
  const steps = topic.steps.map((step) => {
    const words = translation.steps[step.id]
    return words === undefined ? step : translateStep(step, words, translation.validUntil)
  })
  return { id: topic.id, title: translation.title, steps }
}

function translateStep(step: Step, words: StepWords, validUntil: string): Step {
  if (step.op === 'answer') return 'text' in words ? translateAnswer(step, words, validUntil) : step
  if (step.op === 'ask' && 'ask' in words) {
    return { ...step, text: words.ask, choices: step.choices.map((choice) => translateChoice(choice, words.choices)) }
  }
  if (step.op === 'contacts' && 'none' in words) return { ...step, text: words.say, none: words.none }
  if ((step.op === 'say' || step.op === 'ladder' || step.op === 'handoff') && 'say' in words) {
    return { ...step, text: words.say }
  }
  return step
}

function translateAnswer<Answer extends AnswerStep>(answer: Answer, words: AnswerWords, validUntil: string): Answer {
  return { ...answer, ...words, validUntil: answer.validUntil < validUntil ? answer.validUntil : validUntil }
}

function translateChoice(choice: Choice, words: Extract<StepWords, { ask: string }>['choices']): Choice {
  const own = words[choice.id]
  return own === undefined ? choice : { ...choice, label: own.label, phrases: own.phrases }
}

function translateRegion(region: RegionWords, id: string, translation: Translation): RegionWords {
  const words = translation.regions.find(({ data }) => data.id === id)?.data
  if (words === undefined) return { ...region, topics: {} }
  return {
    name: words.name,
    words: words.words,
    contacts: region.contacts.map((contact) => {
      const own = words.organisations[contact.id]
      if (own === undefined) return contact
      return { ...contact, about: own.about, ...(own.hours === undefined ? {} : { hours: own.hours }) }
    }),
    route: region.route.map((rung) => ({ ...rung, ...words.route[rung.id] })),
    answers: Object.fromEntries(
      Object.entries(region.answers).map(([topic, answers]) => [
        topic,
        Object.fromEntries(
          Object.entries(answers).map(([name, answer]) => {
            const own = words.answers[topic]?.[name]
            return [name, own === undefined ? answer : translateAnswer(answer, own, words.validUntil)]
          }),
        ),
      ]),
    ),
    topics: {},
  }
}
