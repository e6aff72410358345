import type { AmountPeriod } from '../conversation/content.ts'
import type { AmountsFile } from '../conversation/dialog-files/amounts-file.ts'
import type { AmountEnds } from './compile-flow.ts'

type Amount = AmountsFile['amounts'][number]

/**
 * Writes the amounts as a candidate reads them.
 * @param file what authors wrote
 * @param tag language tag, `nl-NL`
 * @returns amount id -> its periods, old to new: `€ 14,99`; of percentages and hours the number alone
 */
export function compileAmounts(file: AmountsFile, tag: string): Record<string, AmountPeriod[]> {
  return Object.fromEntries(
    file.amounts.map((amount) => {
      const format = createFormat(amount, tag)
      return [amount.id, amount.values.map(({ value, from, until }) => ({ from, until, text: format.format(value) }))]
    }),
  )
}

/**
 * Finds until when each amount is known.
 * @param file what authors wrote
 */
export function findAmountEnds(file: AmountsFile): AmountEnds {
  return new Map(file.amounts.flatMap(({ id, values }) => values.slice(-1).map(({ until }) => [id, until] as const)))
}

function createFormat({ unit, decimals }: Amount, tag: string): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(tag, unit === 'euro' ? { style: 'currency', currency: 'EUR', ...digits } : digits)
}
