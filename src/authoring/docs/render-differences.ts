import { measureText } from '../../content/measure-text.ts'
import type { Content, RegionWords } from '../../conversation/content.ts'
import { contactPurposes } from '../../conversation/dialog-files/file-parts.ts'
import { fillIn } from '../../conversation/talk.ts'
import { wordsIn } from '../../conversation/words-in.ts'
import { docsTexts, purposeTexts, differenceTexts as texts } from './docs-texts.ts'
import { type ListedAnswer, listAnswers } from './list-answers.ts'
import { lineBreak, renderTable } from './markdown.ts'
import { renderSources } from './render-sources.ts'

/** Topics whose answers must differ where the facts of a region differ. */
export const regionalTopics = ['terugkomen', 'uitkering', 'aanmelden', 'wie-helpt', 'stappen'] as const

/** The topic that shows the ladder of a region. */
const ladderTopic = 'stappen'
/** Enough to see that an answer is another one. */
const shownSentences = 2

/**
 * Writes `docs/regio-verschillen.md`: what each region says differently, and whom it names.
 * @param content the content
 */
export function renderDifferences(content: Content): string {
  const answers = listAnswers(content)
  const { topics, regions } = wordsIn(content)
  const sections = regionalTopics.flatMap((topic) => {
    const title = topics[topic]?.title
    if (title === undefined) return []
    const ofTopic = answers.filter((answer) => answer.topic === topic)
    return [
      `## ${title} (\`${topic}\`)\n`,
      ...(topic === ladderTopic ? [`### ${texts.ladder}\n`, renderLadders(regions)] : []),
      ...renderTopic(ofTopic, content),
    ]
  })
  return [
    `# ${texts.title}\n`,
    `${docsTexts.generated}\n`,
    `${texts.about}\n`,
    ...sections,
    `## ${texts.contacts}\n`,
    `${texts.contactsAbout}\n`,
    renderContacts(regions),
  ].join('\n')
}

function renderTopic(answers: readonly ListedAnswer[], content: Content): string[] {
  const { regions } = wordsIn(content)
  const ids = [...new Set(answers.filter(({ region }) => region !== undefined).map(({ answer }) => answer.id))]
  return ids.flatMap((id) => {
    const ofId = answers.filter(({ answer }) => answer.id === id)
    const general = ofId.find(({ region }) => region === undefined)
    const rows = Object.entries(regions).map(([region, words]) => {
      const own = ofId.find((each) => each.region === region)
      const shown = own ?? (region === content.fallbackRegion ? general : undefined)
      if (shown === undefined) return [words.name, docsTexts.none, docsTexts.none]
      return [words.name, beginningOf(shown.answer.text, words), renderSources(shown.answer.sources)]
    })
    return [`### \`${id}\`\n`, renderTable([docsTexts.region, texts.begins, docsTexts.sources], rows)]
  })
}

function beginningOf(text: string, { name, words }: RegionWords): string {
  const { sentences } = measureText(fillIn(text, { region: name, ...words }))
  return sentences
    .slice(0, shownSentences)
    .map((sentence) => sentence.text)
    .join(' ')
}

function renderLadders(regions: Record<string, RegionWords>): string {
  const rows = Object.values(regions).map(({ name, route }) => [name, route.map((rung) => rung.name).join(' → ')])
  return renderTable([docsTexts.region, texts.rungs], rows)
}

function renderContacts(regions: Record<string, RegionWords>): string {
  const rows = Object.values(regions).map(({ name, contacts }) => [
    name,
    ...contactPurposes.map((purpose) => {
      const named = contacts.filter((contact) => contact.for.includes(purpose))
      if (named.length === 0) return docsTexts.none
      return named.map((contact) => texts.until(contact.name, contact.checkBefore)).join(lineBreak)
    }),
  ])
  return renderTable([docsTexts.region, ...contactPurposes.map((purpose) => purposeTexts[purpose])], rows)
}
