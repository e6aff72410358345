import type { Training, Understand } from '../understanding/meaning.ts'

/** Not at once: whoever starts the program waits for its first answer, not for this. */
const startAfterMs = 250
/** So many sentences of each language are enough for the compiler to get to know the code. */
const sentencesEach = 150
/** As long as the longest message that is looked through for danger. */
const longestChars = 10_000

/**
 * Reads sentences of its own once the program is up: languages beside the default one are learned when they are first read,
 * and code that never ran is several times slower. Nobody should meet that, least of all with a long message about danger.
 * @param understand the reader that the program uses
 * @param training what it learned from; nothing of it is kept or answered
 * @returns stops it
 */
export function startWarmUp(understand: Understand, training: Training): () => void {
  const texts = listTexts(training)
  let timer: NodeJS.Timeout | undefined
  const readNext = (): void => {
    const next = texts.shift()
    if (next === undefined) return
    understand(next.text, {
      choices: [],
      expectsText: false,
      isPlaceAsked: false,
      locale: next.locale,
      mayChangeLanguage: false,
    })
    // One at a time, so that a message that comes in meanwhile does not wait.
    timer = setTimeout(readNext, 0).unref()
  }
  timer = setTimeout(readNext, startAfterMs).unref()
  return () => clearTimeout(timer)
}

function listTexts({ languages }: Training): { text: string; locale: string }[] {
  return Object.entries(languages).flatMap(([locale, { examples }]) => {
    const all = Object.values(examples.topics).flat()
    const step = Math.max(1, Math.floor(all.length / sentencesEach))
    const some = all.filter((_sentence, index) => index % step === 0)
    const long = some.join(' ').slice(0, longestChars)
    return [...some, long, long].map((text) => ({ text, locale }))
  })
}
