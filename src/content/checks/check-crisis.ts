import type { CrisisFile } from '../../conversation/dialog-files/crisis-file.ts'
import type { DialogSource, Dialogs } from '../dialog-source.ts'
import { errorAt, type Finding } from '../finding.ts'
import { findingTexts as texts } from '../finding-texts.ts'

const levelsWithHelp = {
  rood: ['tel:112', 'tel:113'],
  oranje: ['tel:113', 'tel:112'],
  geel: ['tel:113'],
  wit: ['tel:113'],
}

/** A door says its own help first, and these whatever it is: facts §1.8, line 1. */
const numbersOfDoors = ['tel:113', 'tel:112']

/**
 * The numbers in a crisis message are numbers that were checked, each step names the ones it must, and every language has
 * the same ones.
 * Source: the crisis ladder in the dossier on safety, §1.3 and §1.8.
 * @param dialogs what authors wrote
 */
export function checkCrisis({ crisis, translations }: Dialogs): Finding[] {
  return [
    ...checkNumbers(crisis),
    ...translations.flatMap((translation) => [
      ...checkNumbers(translation.crisis),
      ...checkSame(translation.crisis, crisis),
    ]),
  ]
}

/**
 * A help number past its date is an error whenever the day is known: a wrong number is worse than none.
 * @param dialogs what authors wrote
 * @param today the day to measure from
 */
export function checkCrisisDates({ crisis, translations }: Dialogs, today: Date): Finding[] {
  const day = today.toISOString().slice(0, 10)
  return [crisis, ...translations.map((translation) => translation.crisis)].flatMap((file) =>
    file.data.numbers.flatMap(({ name, checkBefore }, index) =>
      checkBefore < day
        ? [errorAt(file.placeOf(['numbers', index, 'checkBefore']), texts.staleNumber(name, checkBefore))]
        : [],
    ),
  )
}

function checkNumbers(file: DialogSource<CrisisFile>): Finding[] {
  const known = new Set(file.data.numbers.map(({ url }) => url))
  const spoken = [
    ...Object.entries(file.data.messages).map(([level, message]) => ({
      path: ['messages', level],
      message,
      required: Object.entries(levelsWithHelp).find(([name]) => name === level)?.[1] ?? [],
    })),
    ...Object.entries(file.data.doors).map(([door, message]) => ({
      path: ['doors', door],
      message,
      required: numbersOfDoors,
    })),
  ]
  return spoken.flatMap(({ path, message: { text, buttons }, required }) => {
    const urls = buttons.flatMap((button) => ('url' in button ? [button.url] : []))
    const unknown = buttons.flatMap((button, index) =>
      'url' in button && button.url.startsWith('tel:') && !known.has(button.url)
        ? [errorAt(file.placeOf([...path, 'buttons', index]), texts.uncheckedNumber(button.url))]
        : [],
    )
    const missing = required
      .filter((url) => !urls.includes(url) || !text.join(' ').includes(url.slice('tel:'.length)))
      .map((url) => errorAt(file.placeOf(path), texts.missingNumber(url.slice('tel:'.length))))
    const hasHuman = buttons.some((button) => 'command' in button && button.command === 'mens')
    return [...unknown, ...missing, ...(hasHuman ? [] : [errorAt(file.placeOf(path), texts.crisisWithoutHuman())])]
  })
}

function checkSame(file: DialogSource<CrisisFile>, dutch: DialogSource<CrisisFile>): Finding[] {
  const describe = (data: CrisisFile) =>
    JSON.stringify([data.numbers.map(({ id, url }) => [id, url]), data.help, Object.keys(data.doors)])
  return describe(file.data) === describe(dutch.data) ? [] : [errorAt(file.placeOf(['numbers']), texts.otherNumbers())]
}
