import { createReadSlots } from '../../../src/understanding/slots/create-read-slots.ts'
import type { Slots } from '../../../src/understanding/slots/slots.ts'
import { dutchWords } from '../example-sentences.ts'

const read = createReadSlots(dutchWords)

/** Reads a sentence with the Dutch words of the program; `isAsked` when the bot just asked for hours. */
export function readDutch(text: string, isAsked = false): Partial<Slots> {
  return read(text, { areHoursAsked: isAsked }) ?? {}
}
