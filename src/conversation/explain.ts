import type { Command, OfferedChoice } from '../understanding/meaning.ts'
import type { AnswerStep } from './content.ts'
import { fillTopicText, tellTopic } from './fill-topic-text.ts'
import { formatDay } from './format-moment.ts'
import { fillIn, humanChoice, menuChoice, reply, sayPhrase, type Talk, topicOf, wordsOf } from './talk.ts'
import { answerOf, isInDate } from './topic-answer.ts'

/** Commands that ask for an answer in another form. */
export type ExplainCommand = Extract<Command, 'makkelijker' | 'korter' | 'voorbeeld' | 'waarom'>

/** Whether a command asks for an answer in another form. */
export function isExplainCommand(command: Command): command is ExplainCommand {
  return command === 'makkelijker' || command === 'korter' || command === 'voorbeeld' || command === 'waarom'
}

/**
 * Says answers in another form, or why they are given. What the conversation waited for stays.
 * @param about the answer that is meant; when left out, all that were given together last. Why is told of the first of
 *   them, the one that answers the question: the reasons of three answers at once help nobody
 */
export function explain(talk: Talk, command: ExplainCommand, about?: Told): void {
  const { lastAnswer, toldTogether } = talk.state
  const together = toldTogether.length > 0 ? toldTogether : lastAnswer === undefined ? [] : [lastAnswer]
  const meant = about === undefined ? (command === 'waarom' ? together.slice(0, 1) : together) : [about]
  const found = meant.flatMap((told) => findAnswer(talk, told) ?? [])
  const [first] = found
  if (first === undefined) return sayPhrase(talk, 'no-answer-to-explain')
  const valid = found.filter(({ answer }) => isInDate(talk, answer))
  if (valid.length === 0) {
    sayPhrase(talk, 'expired', { topic: first.topic })
    talk.offers = [humanChoice(talk), menuChoice(talk)]
    return
  }
  for (const { topic, answer } of valid) sayInForm(talk, command, topic, answer)
}

function sayInForm(talk: Talk, command: ExplainCommand, topic: string, answer: AnswerStep): void {
  const told = { topic, answer: answer.id }
  talk.state.lastAnswer = told
  talk.told.push(told)
  if (command === 'waarom') return sayWhy(talk, topic, answer)
  const text = { makkelijker: answer.easier, korter: answer.shorter, voorbeeld: answer.example }[command]
  tellTopic(talk, {
    text,
    marks: { topic, step: `${answer.id}/${command}`, kind: 'answer', explain: ['waarom'] },
    basis: { sources: answer.sources, reviewedOn: answer.reviewedOn },
  })
}

/** Asks in which form the last answer should be said again. */
export function offerForms(talk: Talk): void {
  const found = findAnswer(talk, talk.state.lastAnswer)
  if (found === undefined) return sayPhrase(talk, 'no-answer-to-explain')
  const { labels } = wordsOf(talk)
  const forms: OfferedChoice[] = [
    { id: 'command:makkelijker', label: labels.easier, phrases: [] },
    { id: 'command:korter', label: labels.shorter, phrases: [] },
    { id: 'command:voorbeeld', label: labels.example, phrases: [] },
    { id: 'command:waarom', label: labels.why, phrases: [] },
    humanChoice(talk),
  ]
  sayPhrase(talk, 'explain-otherwise', { kind: 'question', topic: found.topic })
  talk.offers = forms
}

function sayWhy(talk: Talk, topic: string, answer: AnswerStep): void {
  // Several facts can stand on one page.
  const sources = [...new Set(answer.sources.map((source) => `${source.title}: ${source.url}`))].join('\n')
  const { phrases, tag } = wordsOf(talk)
  for (const text of phrases.why.texts) {
    reply(talk, {
      text: fillIn(text, {
        regel: fillTopicText(talk, topic, answer.rule),
        bronnen: sources,
        nagekeken: formatDay(answer.reviewedOn, tag),
        geldig: formatDay(answer.validUntil, tag),
      }),
      marks: { topic, step: `${answer.id}/waarom`, kind: 'answer' },
    })
  }
}

/** An answer that was given: its topic and its name. */
interface Told {
  topic: string
  answer: string
}

function findAnswer(talk: Talk, about: Told | undefined): { topic: string; answer: AnswerStep } | undefined {
  if (about === undefined) return undefined
  const step = topicOf(talk, about.topic)?.steps.find((each) => each.op === 'answer' && each.id === about.answer)
  return step?.op === 'answer' ? { topic: about.topic, answer: answerOf(talk, about.topic, step) } : undefined
}
