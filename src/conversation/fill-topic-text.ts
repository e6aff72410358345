import { regionWordsOf, type Talk, wordsOf } from './talk.ts'
import { today } from './topic-answer.ts'

const amountPrefix = 'bedrag:'

/**
 * Fills in what depends on the candidate's region and on the day: `{helper}`, `{region}` and `{bedrag:minimumloon-uur}`.
 * Unlike the variables of a phrase, nothing a person typed comes in here.
 * @param text a text of a topic
 * @returns the text; a name that nothing fills in stays as it is (the checks of content refuse it)
 */
export function fillTopicText(talk: Talk, text: string): string {
  if (!text.includes('{')) return text
  const region = regionWordsOf(talk)
  return text.replace(/\{([a-z0-9:-]+)\}/g, (whole, name: string) => {
    if (name === 'region') return region.name
    if (!name.startsWith(amountPrefix)) return region.words[name] ?? whole
    return amountOn(talk, name.slice(amountPrefix.length)) ?? whole
  })
}

function amountOn(talk: Talk, id: string): string | undefined {
  const day = today(talk)
  return wordsOf(talk).amounts[id]?.find(({ from, until }) => from <= day && day <= until)?.text
}
