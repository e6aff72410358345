import type { OfficeHours, Region, Route } from '../conversation/content.ts'
import type { AnswerPromise } from '../conversation/decision.ts'
import { addOfficeHours, isOpen, nextOpening } from './office-hours.ts'

const quarterMs = 15 * 60_000

/** A region that routes a topic to nobody. Its region file needs a last route without topics. */
export class NoRouteError extends Error {
  readonly code = 'no-route'

  constructor(region: string, topic: string) {
    super(`Region ${region} has no route for topic ${topic}. Add a route with an empty list of topics as the last one.`)
    this.name = 'NoRouteError'
  }
}

/**
 * Promises who answers and by when: the first route that fits, its office hours from now, rounded up to a quarter of an
 * hour that lies inside the opening hours.
 * @param region region of the candidate
 * @param topic topic id; one that no route names goes to the first route without topics
 * @param now moment of the question
 * @throws {NoRouteError} when no route fits
 * @throws {OfficeNeverOpensError} when the region has no opening hours
 */
export function promiseAnswer(region: Region, topic: string, now: Date): AnswerPromise {
  const route = findRoute(region, topic)
  if (route === undefined) throw new NoRouteError(region.id, topic)
  return {
    queue: route.queue,
    organisation: route.organisation,
    role: route.role,
    answerBy: roundUpInsideHours(region.office, addOfficeHours(region.office, now, route.answerWithinHours)),
    onDuty: isOpen(region.office, now),
  }
}

function findRoute(region: Region, topic: string): Route | undefined {
  return region.routing.find((route) => route.topics.length === 0 || route.topics.includes(topic))
}

/**
 * Rounding may run past closing time (an office that closes at 16:50); then the first quarter of the next opening counts.
 * An office that is never open on a quarter keeps the exact time: that is still a true promise.
 */
function roundUpInsideHours(hours: OfficeHours, exact: Date): Date {
  let rounded = roundUp(exact)
  for (let tries = 0; tries < 14; tries += 1) {
    // The closing moment itself is a fair promise, so the moment just before it is what must be open.
    if (isOpen(hours, rounded) || isOpen(hours, new Date(rounded.getTime() - 1))) return rounded
    rounded = roundUp(nextOpening(hours, rounded))
  }
  return exact
}

function roundUp(at: Date): Date {
  // Offsets of time zones are whole quarters, so a quarter in UTC is a quarter on every wall clock.
  return new Date(Math.ceil(at.getTime() / quarterMs) * quarterMs)
}
