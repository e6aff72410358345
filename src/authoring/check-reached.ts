import type { CompiledFlow } from '../content/compile-content.ts'
import { errorAt, type Finding } from '../content/finding.ts'
import { findingTexts as texts } from '../content/finding-texts.ts'
import type { UsableContent } from '../content/load-content.ts'
import type { Step } from '../conversation/content.ts'
import { wordsIn } from '../conversation/words-in.ts'

const spoken: readonly Step['op'][] = ['say', 'answer', 'ask', 'contacts', 'ladder', 'handoff']

/**
 * Finds what no conversation of the authors reaches: every step of a topic, and every answer that a region says
 * differently, in that region.
 * @param usable the content, with the places of its steps
 * @param reached what was said, as `runScripts` names it
 */
export function checkReached({ content, flows, overrides }: UsableContent, reached: ReadonlySet<string>): Finding[] {
  const inTopics = flows.flatMap((flow) => checkFlow(flow, reached))
  const inRegions = Object.entries(wordsIn(content).regions).flatMap(([region, { answers }]) =>
    Object.entries(answers).flatMap(([topic, ofTopic]) =>
      Object.keys(ofTopic)
        .filter((answer) => !reached.has(`${region} ${topic}/${answer}`))
        .flatMap((answer) => {
          const place = overrides.get(`${region} ${topic}/${answer}`)
          return place === undefined ? [] : [errorAt(place, texts.untested(`${topic}/${answer}`))]
        }),
    ),
  )
  return [...inTopics, ...inRegions]
}

function checkFlow({ topic, region, steps, compiled }: CompiledFlow, reached: ReadonlySet<string>): Finding[] {
  return compiled.flatMap((step, index) => {
    const name = `${topic.data.id}/${step.id}`
    const isReached = reached.has(region === undefined ? name : `${region.data.id} ${name}`)
    const place = steps[index]?.place
    return !spoken.includes(step.op) || isReached || place === undefined ? [] : [errorAt(place, texts.untested(name))]
  })
}
