import type { BenefitKind, HoursMention, Slots } from './slots.ts'

/** What a choice hears: any of these benefits, and hours that lie between these two. */
export interface Hears {
  benefit?: BenefitKind[] | undefined
  /** Hours per week, both ends included. */
  hours?: { from: number; to: number } | undefined
}

/** What somebody said about themselves, as far as questions ask for it. */
export interface Heard {
  /** The benefit the person has; absent when none was named, or more than one. */
  benefit?: BenefitKind | undefined
  /** Benefits the person says not to have, or not any more. */
  denied: BenefitKind[]
  hours: { from: number; to: number }[]
}

/** Kinds that only say more of another kind. */
const wider: Partial<Record<BenefitKind, readonly BenefitKind[]>> = {
  'wajong-oud': ['wajong', 'wajong-onbekend', 'uwv', 'onbekend'],
  'wajong-2010': ['wajong', 'wajong-onbekend', 'uwv', 'onbekend'],
  'wajong-2015': ['wajong', 'wajong-onbekend', 'uwv', 'onbekend'],
  'wajong-onbekend': ['wajong', 'uwv', 'onbekend'],
  wajong: ['uwv', 'onbekend'],
  wga: ['wia', 'wia-onbekend', 'uwv', 'onbekend'],
  iva: ['wia', 'wia-onbekend', 'uwv', 'onbekend'],
  'wia-onbekend': ['wia', 'uwv', 'onbekend'],
  wia: ['uwv', 'onbekend'],
  wao: ['uwv', 'onbekend'],
  waz: ['uwv', 'onbekend'],
  ziektewet: ['uwv', 'onbekend'],
  ww: ['uwv', 'onbekend'],
  bijstand: ['onbekend'],
  uwv: ['onbekend'],
}

/**
 * Takes from slots what questions ask for: the benefit that the person has, also when they doubt, by its most precise kind,
 * and hours per week.
 * @param slots what was read; undefined gives nothing heard
 */
export function toHeard(slots: Slots | undefined): Heard {
  const named = slots?.benefits ?? []
  const own = named.filter(({ standing }) => standing === 'has' || standing === 'doubts').map(({ kind }) => kind)
  const covered = new Set(own.flatMap((kind) => wider[kind] ?? []))
  const [benefit, ...others] = new Set(own.filter((kind) => !covered.has(kind)))
  const denied = named
    .filter(({ standing, kind }) => (standing === 'denies' || standing === 'had') && !own.includes(kind))
    .map(({ kind }) => kind)
  return {
    // Who names two is asked: "wat is het verschil tussen wajong en wia".
    ...(benefit === undefined || others.length > 0 ? {} : { benefit }),
    denied: [...new Set(denied)],
    hours: (slots?.hours ?? []).flatMap(toWeek),
  }
}

/** Hours of a day or a month are not those of a week. */
function toWeek({ from, to, per }: HoursMention): { from: number; to: number }[] {
  return per === 'week' || per === 'unsaid' ? [{ from, to }] : []
}

/**
 * Finds the choice that was said: the one that hears the benefit, or the one in which all hours fall.
 * @param choices of one question
 * @param heard what was said
 * @returns undefined when none of them was said
 */
export function pickHeard<C extends { hears?: Hears | undefined }>(
  choices: readonly C[],
  { benefit, hours }: Pick<Heard, 'benefit' | 'hours'>,
): C | undefined {
  const byBenefit = benefit && choices.find(({ hears }) => hears?.benefit?.includes(benefit))
  if (byBenefit !== undefined || hours.length === 0) return byBenefit
  return choices.find(({ hears }) => {
    const asked = hears?.hours
    return asked !== undefined && hours.every(({ from, to }) => from >= asked.from && to <= asked.to)
  })
}

/** Whether a choice says something that was denied. */
export function isDeniedChoice({ hears }: { hears?: Hears | undefined }, { denied }: Pick<Heard, 'denied'>): boolean {
  return denied.some((kind) => hears?.benefit?.includes(kind))
}
