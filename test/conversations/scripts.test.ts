import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { createTalk } from '../../src/authoring/talk.ts'
import { loadReal } from './real-talk.ts'

/**
 * Conversations as people have them, written in YAML: what somebody says, and the names of what the bot says
 * (`topic/step`, from the marks). Exact words stand only where they matter.
 */
const scriptSchema = z.strictObject({
  title: z.string(),
  region: z.string().optional(),
  at: z.iso.datetime().default('2026-11-23T09:00:00Z'),
  turns: z
    .array(
      z.strictObject({
        says: z.string(),
        /** All of what the bot says, in order. */
        bot: z.array(z.string()).optional(),
        /** Words that must stand in what it says, in any message. */
        contains: z.array(z.string()).default([]),
        /** Words that must not. */
        lacks: z.array(z.string()).default([]),
        /** Buttons that must be there. */
        buttons: z.array(z.string()).default([]),
      }),
    )
    .min(1),
})

const real = loadReal()
const files = globSync('*.yaml', { cwd: import.meta.dirname }).sort()

describe.each(files)('conversations of %s', (file) => {
  const scripts = z.array(scriptSchema).parse(parse(readFileSync(join(import.meta.dirname, file), 'utf8')))
  it.each(scripts)('$title', ({ region, at, turns }) => {
    const talk = createTalk(real, new Date(at))
    let { state } = talk.begin({ region })
    for (const { says, bot, contains, lacks, buttons } of turns) {
      const moment = talk.say(state, says)
      state = moment.state
      const said = moment.replies.map(({ marks }) => `${marks.topic}/${marks.step}`)
      if (bot !== undefined) expect({ says, said }).toEqual({ says, said: bot })
      const text = moment.replies.map((reply) => reply.text).join('\n')
      for (const words of contains) expect(text).toContain(words)
      for (const words of lacks) expect(text).not.toContain(words)
      const labels = moment.replies.flatMap((reply) => reply.buttons.map(({ label }) => label))
      for (const label of buttons) expect(labels).toContain(label)
    }
  })
})

describe('the conversation scripts', () => {
  it('are grouped by what people do', () => {
    expect(files.map((file) => basename(file, '.yaml'))).toEqual(
      expect.arrayContaining(['crisis', 'digressions', 'handoff', 'happy-path', 'personal-data', 'unclear']),
    )
  })
})
