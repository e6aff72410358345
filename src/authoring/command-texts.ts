/**
 * What `npm run content` says beside its findings. The strings file of that command: its readers are authors, who read
 * Dutch. Nothing in this file is ever said to a candidate.
 */

/** How the command is used. */
export const usageText = `Gebruik:
  npm run content                              kijk alle teksten na
  npm run content -- graph ONDERWERP [REGIO]   teken een gesprek (Mermaid)
  npm run content -- docs                      schrijf de overzichten in docs/
  npm run content -- schemas                   schrijf de schema's voor de editor
`

/** What was read, to put before the summary. */
export function readText(counts: { topics: number; regions: number; languages: number; scripts: number }): string {
  const { topics, regions, languages, scripts } = counts
  const parts = [
    `${topics} ${topics === 1 ? 'onderwerp' : 'onderwerpen'}`,
    `${regions} ${regions === 1 ? 'regio' : "regio's"}`,
    `${languages} ${languages === 1 ? 'taal' : 'talen'}`,
    `${scripts} ${scripts === 1 ? 'gesprek' : 'gesprekken'} gevoerd`,
  ]
  return `${parts.join(', ')}: `
}

/** How many findings there are. */
export function summaryText(errors: number, warnings: number): string {
  return `${errors} ${errors === 1 ? 'fout' : 'fouten'}, ${warnings} ${warnings === 1 ? 'waarschuwing' : 'waarschuwingen'}.`
}

/** The topic or region of a drawing does not exist. */
export function nothingToDrawText(topic: string, region: string): string {
  return `Onderwerp "${topic}" bestaat niet in regio "${region}". Kijk in dialogs/topics en dialogs/regions.`
}

/** Files were written. */
export function writtenText(files: readonly string[]): string {
  return `Geschreven: ${files.join(', ')}`
}

/** A language was learned. */
export function trainedText(locale: string): string {
  return `Geleerd: ${locale}\n`
}

/** Words in a drawing. */
export const drawingTexts = {
  askRegion: 'Waar woon je?',
  otherwise: 'anders',
  contacts: (purpose: string) => `contacten om te ${purpose === 'geld' ? 'vragen over geld' : purpose}`,
  ladder: 'plaat van de ladder',
  from: (day: string) => `vanaf ${day}`,
  until: (day: string) => `t/m ${day}`,
} as const
