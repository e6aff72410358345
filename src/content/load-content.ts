import type { Content } from '../conversation/content.ts'
import type { OtherLanguagesFile } from '../conversation/dialog-files/other-languages-file.ts'
import {
  type Command,
  commands,
  type OtherLanguages,
  type Training,
  type TrainingExamples,
} from '../understanding/meaning.ts'
import { checkAmounts } from './checks/check-amounts.ts'
import { checkButtons } from './checks/check-buttons.ts'
import { checkContacts } from './checks/check-contacts.ts'
import { checkCrisis, checkCrisisDates } from './checks/check-crisis.ts'
import { checkDates, checkReviewDates } from './checks/check-dates.ts'
import { checkExamples, checkSimilarExamples } from './checks/check-examples.ts'
import { checkFlows } from './checks/check-flows.ts'
import { checkHears } from './checks/check-hears.ts'
import { checkLanguage } from './checks/check-language.ts'
import { checkLearning } from './checks/check-learning.ts'
import { checkMenu } from './checks/check-menu.ts'
import { checkMunicipalities } from './checks/check-municipalities.ts'
import { checkNames } from './checks/check-names.ts'
import { checkOtherLanguages } from './checks/check-other-languages.ts'
import { checkReferences } from './checks/check-references.ts'
import { checkRegions } from './checks/check-regions.ts'
import { checkSources } from './checks/check-sources.ts'
import { checkSuccession } from './checks/check-succession.ts'
import { checkTopicShape } from './checks/check-topic-shape.ts'
import { checkTranslations } from './checks/check-translations.ts'
import { checkVariables } from './checks/check-variables.ts'
import { collectTexts } from './collect-texts.ts'
import { type CompiledFlow, compileContent, compileFlows, layOutFlows } from './compile-content.ts'
import { ContentError } from './content-error.ts'
import { deepFreeze } from './deep-freeze.ts'
import { type Dialogs, defaultLocale, type LanguageSources, outOfScopeList } from './dialog-source.ts'
import type { Finding, Place } from './finding.ts'
import { readDialogs } from './read-dialogs.ts'

/** What the rest of the program needs of the written content. */
export interface UsableContent {
  content: Content
  training: Training
  /** The compiled flows with the places of their steps, for the tools of authors. */
  flows: CompiledFlow[]
  /** Where a region says something differently: `region topic/answer` -> place. */
  overrides: ReadonlyMap<string, Place>
  /** Everything as authors wrote it. */
  dialogs: Dialogs
}

/** The written content, and what is wrong with it. */
export interface LoadedContent {
  /** Absent when a file is missing, has the wrong form, or names something that does not exist: nothing can be compiled then. */
  usable: UsableContent | undefined
  /** In order of file and line. */
  findings: Finding[]
}

/**
 * Reads, checks and compiles the written content. Checks run in three rounds, each only when the one before found no error
 * that would make it guess: the form of each file, then what files say about each other and how texts read, then the flows.
 * @param folder path of `dialogs/`
 * @param today day to measure review dates from; without it they are not looked at, and neither are sentences that look
 *   alike: a program that starts can do nothing about either
 * @returns content that is frozen through and through, and the findings
 */
export function loadContent(folder: string, today?: Date): LoadedContent {
  const { dialogs, findings } = readDialogs(folder)
  if (dialogs === undefined) return { usable: undefined, findings: orderFindings(findings) }

  const flows = layOutFlows(dialogs)
  const mistaken = [
    ...checkNames(dialogs),
    ...checkRegions(dialogs),
    ...checkMunicipalities(dialogs),
    ...checkReferences(dialogs, flows),
    ...checkMenu(dialogs),
    ...checkLearning(dialogs),
    ...checkOtherLanguages(dialogs),
    ...checkSuccession(dialogs),
    ...checkTranslations(dialogs, flows),
  ]
  const texts = collectTexts(dialogs)
  findings.push(
    ...mistaken,
    ...checkVariables(texts),
    ...checkLanguage(texts),
    ...checkAmounts(dialogs.amounts, texts),
    ...checkTopicShape(dialogs),
    ...checkContacts(dialogs),
    ...checkCrisis(dialogs),
    ...checkSources(dialogs),
    ...checkButtons(dialogs),
    ...checkHears(dialogs),
    ...checkExamples(dialogs),
    ...checkDates(dialogs),
    ...(today === undefined
      ? []
      : [...checkReviewDates(dialogs, today), ...checkCrisisDates(dialogs, today), ...checkSimilarExamples(dialogs)]),
  )
  if (mistaken.some(isError)) return { usable: undefined, findings: orderFindings(findings) }

  const compiled = compileFlows(dialogs, flows)
  findings.push(...checkFlows(compiled))
  const usable = {
    content: compileContent(dialogs, compiled),
    training: collectTraining(dialogs),
    flows: compiled,
    overrides: findOverrides(dialogs),
    dialogs,
  }
  return { usable, findings: orderFindings(findings) }
}

/**
 * Reads the written content for a program that is about to speak.
 * @param folder path of `dialogs/`
 * @returns the content and the sentences to learn from
 * @throws ContentError when there is any finding of severity `error`; review dates that passed are none
 */
export function readContent(folder: string): UsableContent {
  const { usable, findings } = loadContent(folder)
  const errors = findings.filter(isError)
  if (usable === undefined || errors.length > 0) throw new ContentError(folder, errors)
  return usable
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}

function findOverrides({ regions }: Dialogs): ReadonlyMap<string, Place> {
  return new Map(
    regions.flatMap((region) =>
      Object.entries(region.data.answers).flatMap(([topic, answers]) =>
        Object.keys(answers).map((answer): [string, Place] => [
          `${region.data.id} ${topic}/${answer}`,
          region.placeOf(['answers', topic, answer]),
        ]),
      ),
    ),
  )
}

function collectTraining(dialogs: Dialogs): Training {
  const languages = [{ locale: defaultLocale, ...dialogs }, ...dialogs.translations]
  const { municipalities, ambiguous } = dialogs.municipalities.data
  const named = dialogs.regions.filter(({ data }) => data.municipalities.length > 0)
  return deepFreeze({
    defaultLocale,
    otherLanguages: collectOtherLanguages(dialogs.otherLanguages.data),
    languages: Object.fromEntries(
      languages.map(({ locale, topics, ...language }) => [
        locale,
        {
          examples: collectExamples(
            topics.map((topic) => sayingsOf(topic.data, locale)),
            language,
          ),
          words: language.words.data,
          thesaurus: Object.fromEntries(
            Object.entries(language.thesaurus.data.concepts).map(([concept, wordings]) => [
              concept,
              wordings.split(','),
            ]),
          ),
        },
      ]),
    ),
    places: {
      municipalities: Object.fromEntries(municipalities.map(({ name, also }) => [name, also])),
      ambiguous: Object.fromEntries([
        // The name of a region means any of its municipalities, unless a place already has that name.
        ...named.map(({ data }) => [data.name, data.municipalities] as const),
        ...ambiguous.map((each) => [each.name, each.municipalities] as const),
      ]),
    },
  })
}

function collectOtherLanguages({ languages, unnamed, alsoDutch }: OtherLanguagesFile): OtherLanguages {
  return {
    named: Object.fromEntries(
      languages.map(({ tag, script, letters, greetings, telling, person }) => [
        tag,
        { script, letters, greetings, telling, person: [person.label, ...person.phrases] },
      ]),
    ),
    unnamed,
    alsoDutch: [...alsoDutch.messages, ...alsoDutch.words, ...alsoDutch.dialects],
  }
}

interface Sayings {
  id: string
  sayings: string[]
}

/** Who types the name of a topic means that topic; its id is such a name in the default language. */
function sayingsOf(
  { id, title, examples }: { id: string; title: string; examples: string[] },
  locale: string,
): Sayings {
  return { id, sayings: [title, ...(locale === defaultLocale ? [id.replaceAll('-', ' ')] : []), ...examples] }
}

function collectExamples(
  topics: readonly Sayings[],
  { commands: source, sentences }: Pick<LanguageSources, 'commands' | 'sentences'>,
): TrainingExamples {
  const written = source.data
  const lists = new Map(sentences.map(({ means, sentences: lines }) => [means, lines.map(({ text }) => text)]))
  const byCommand: Partial<Record<Command, string[]>> = {}
  for (const command of commands) {
    const own = [...(written.commands[command] ?? []), ...(lists.get(command) ?? [])]
    if (own.length > 0) byCommand[command] = own
  }
  return {
    topics: Object.fromEntries(topics.map(({ id, sayings }) => [id, [...sayings, ...(lists.get(id) ?? [])]])),
    commands: byCommand,
    outOfScope: [...written.outOfScope, ...(lists.get(outOfScopeList) ?? [])],
  }
}

/** Sorts for the reader, and drops what several regions say about the same line. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  const byText = new Map<string, Finding>()
  for (const finding of findings) {
    const key = `${finding.file}:${finding.line} ${finding.rule} ${finding.message.replace(/ \((?:regio|bij) [^)]*\)/, '')}`
    if (!byText.has(key)) byText.set(key, finding)
  }
  return [...byText.values()].sort((left, right) =>
    left.file === right.file ? left.line - right.line : left.file < right.file ? -1 : 1,
  )
}
