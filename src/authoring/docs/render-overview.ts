import { type Dialogs, defaultLocale, type SentenceList } from '../../content/dialog-source.ts'
import type { UsableContent } from '../../content/load-content.ts'
import type { AnswerStep, Source } from '../../conversation/content.ts'
import type { RegionFile } from '../../conversation/dialog-files/region-file.ts'
import { wordsIn } from '../../conversation/words-in.ts'
import { docsTexts, purposeTexts, overviewTexts as texts } from './docs-texts.ts'
import { type ListedAnswer, listAnswers } from './list-answers.ts'
import { renderLink, renderTable } from './markdown.ts'
import { renderSources } from './render-sources.ts'

/**
 * Writes `docs/inhoud.md`: all topics, answers, regions and amounts, with where they come from and until when they hold.
 * @param usable the content
 */
export function renderOverview({ content, dialogs }: UsableContent): string {
  const answers = listAnswers(content)
  const totals = texts.totals({
    topics: dialogs.topics.length,
    answers: answers.length,
    regional: answers.filter(({ region }) => region !== undefined).length,
    regions: dialogs.regions.length,
    amounts: dialogs.amounts.data.amounts.length,
  })
  const { amounts } = wordsIn(content)
  return [
    `# ${texts.title}\n`,
    `${docsTexts.generated}\n`,
    `${texts.about} ${totals}\n`,
    `## ${texts.topics}\n`,
    renderTopics(dialogs),
    `## ${texts.answers}\n`,
    ...dialogs.topics.flatMap(({ data }) => [
      `### ${data.title} (\`${data.id}\`)\n`,
      renderAnswers(answers.filter(({ topic }) => topic === data.id)),
    ]),
    `## ${texts.regions}\n`,
    ...dialogs.regions.map(({ data }) => renderRegion(data)),
    `## ${texts.amounts}\n`,
    renderAmounts(dialogs, amounts),
  ].join('\n')
}

function renderTopics({ topics, sentences, translations }: Dialogs): string {
  const locales = [defaultLocale, ...translations.map(({ locale }) => locale)]
  const head = [docsTexts.topic, texts.id, docsTexts.reviewed, texts.validUntil, ...locales.map(texts.examples)]
  const rows = topics.map(({ data }) => {
    const translated = translations.map((each) => each.topics.find((topic) => topic.data.id === data.id))
    const counts = [
      data.examples.length + countListed(sentences, data.id),
      ...translated.map(
        (topic, index) =>
          topic && topic.data.examples.length + countListed(translations[index]?.sentences ?? [], data.id),
      ),
    ]
    return [
      data.title,
      `\`${data.id}\``,
      data.reviewedOn,
      data.validUntil,
      ...counts.map((count) => (count === undefined ? docsTexts.none : String(count))),
    ]
  })
  return renderTable(head, rows)
}

/** Sentences for a topic in the lists beside it. */
function countListed(lists: readonly SentenceList[], topic: string): number {
  return lists.filter(({ means }) => means === topic).reduce((count, list) => count + list.sentences.length, 0)
}

function renderAnswers(answers: readonly ListedAnswer[]): string {
  const head = [docsTexts.answer, docsTexts.region, docsTexts.reviewed, texts.valid, docsTexts.sources]
  const rows = answers.map(({ region, answer }) => [
    `\`${answer.id}\``,
    region ?? docsTexts.everywhere,
    answer.reviewedOn,
    describeValidity(answer),
    renderSources(answer.sources),
  ])
  return renderTable(head, rows)
}

function describeValidity({ validFrom, validUntil }: AnswerStep): string {
  return validFrom === undefined ? texts.until(validUntil) : texts.between(validFrom, validUntil)
}

function renderRegion(region: RegionFile): string {
  const sources = new Map(region.sources.map((source) => [source.id, source]))
  const programmes = region.programmes.map(({ name, about, url }) => {
    const written = url === undefined ? name : renderLink(name, url)
    return `- ${written}: ${about}`
  })
  const rows = region.organisations.map((organisation) => {
    const { name, url, source, checkedOn, checkBefore } = organisation
    const purposes = organisation.for.map((purpose) => purposeTexts[purpose])
    return [
      url === undefined ? name : renderLink(name, url),
      purposes.length === 0 ? texts.forAuthors : purposes.join(', '),
      checkedOn,
      checkBefore,
      renderSources(findSource(sources, source)),
    ]
  })
  return [
    `### ${region.name} (\`${region.id}\`)\n`,
    `${texts.reviewedLine(region.reviewedBy, region.reviewedOn, region.validUntil)}\n`,
    `${texts.municipalities(region.municipalities)}\n`,
    `**${texts.programmes}**\n`,
    `${programmes.length === 0 ? texts.noProgrammes : programmes.join('\n')}\n`,
    renderTable([texts.organisation, texts.purposes, texts.checkedOn, texts.checkBefore, docsTexts.source], rows),
  ].join('\n')
}

function findSource(sources: ReadonlyMap<string, Source>, id: string | undefined): Source[] {
  const found = id === undefined ? undefined : sources.get(id)
  return found === undefined ? [] : [found]
}

function renderAmounts(
  { amounts: { data } }: Dialogs,
  written: Record<string, { from: string; until: string; text: string }[]>,
): string {
  const sources = new Map(data.sources.map((source) => [source.id, source]))
  const rows = data.amounts.flatMap(({ id, about, values }) =>
    values.map(({ from, until, source }) => [
      `\`${id}\`: ${about}`,
      written[id]?.find((period) => period.from === from)?.text ?? docsTexts.none,
      from,
      until,
      renderSources(findSource(sources, source)),
    ]),
  )
  return renderTable([texts.amount, texts.value, texts.from, texts.validUntil, docsTexts.source], rows)
}
