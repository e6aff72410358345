import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Clock } from '../clock.ts'
import type { Finding } from '../content/finding.ts'
import { describeFinding } from '../content/finding-texts.ts'
import { loadContent } from '../content/load-content.ts'
import { createTrainOnce } from '../content/train-once.ts'
import { wordsIn } from '../conversation/words-in.ts'
import { createUnderstand } from '../understanding/create-understand.ts'
import { choosePaint, type PaintedStream } from './paint.ts'
import { createTrySession, findWrongStart, type TalkParts, type TrySession, type TryStart } from './try-session.ts'
import { tryTexts, tryUsage } from './try-texts.ts'
import { watchDialogs } from './watch-dialogs.ts'

/** Where the command reads and writes. */
export interface TrySurroundings {
  /** Path of `dialogs/`. */
  folder: string
  clock: Clock
  /** What the author types; a terminal, a file or a pipe. */
  input: NodeJS.ReadableStream & { isTTY?: boolean }
  output: NodeJS.WritableStream & PaintedStream
}

/** An editor saves in several steps; a person does not notice this wait. */
const quietMs = 150

/**
 * Runs `npm run try`: a conversation with the bot in the terminal, which goes on with the new words when a file is saved.
 * Nothing is stored and nobody is called: a handoff ends at what would be passed on.
 * @param args `--regio`, `--datum` and `--taal`
 * @param surroundings where it reads and writes
 * @returns exit code: 0 when the author stopped or the input ended, 1 when the texts cannot be read, 2 when an option is wrong
 */
export async function runTryCommand(args: readonly string[], surroundings: TrySurroundings): Promise<number> {
  const { folder, clock, output } = surroundings
  const print = (text: string) => output.write(text)
  const start = readOptions(args)
  if (start === undefined) {
    print(`${tryTexts.unknownOption}\n${tryUsage}`)
    return 2
  }
  const { parts, errors } = read(folder)
  print(describeAll(errors))
  if (parts === undefined) {
    print(`${tryTexts.unusable}\n`)
    return 1
  }
  const wrong = findWrongStart(start, parts.content)
  if (wrong !== undefined) {
    print(`${wrong}\n`)
    return 2
  }
  if (errors.length > 0) print(`${tryTexts.startedWithErrors(errors.length)}\n`)
  const session = createTrySession(parts, start, { clock, paint: choosePaint(output) })
  print(
    `${tryTexts.started(Object.keys(wordsIn(parts.content).topics).length, Object.keys(parts.content.regions).length)}\n\n`,
  )
  await hold(session, surroundings)
  return 0
}

function readOptions(args: readonly string[]): TryStart | undefined {
  const option = { type: 'string' } as const
  try {
    const { values } = parseArgs({ args: [...args], options: { regio: option, datum: option, taal: option } })
    return { region: values.regio?.toLowerCase(), day: values.datum, locale: values.taal?.toLowerCase() }
  } catch {
    // parseArgs throws on an unknown option; the usage says more than its English message.
    return undefined
  }
}

/** Reads the texts. Errors in what they say do not keep an author from trying them; only unreadable ones do. */
function read(folder: string): { parts: TalkParts | undefined; errors: Finding[] } {
  const { usable, findings } = loadContent(folder)
  const errors = findings.filter(({ severity }) => severity === 'error')
  const parts = usable && { content: usable.content, understand: createUnderstand(usable.training, createTrainOnce()) }
  return { parts, errors }
}

function describeAll(findings: readonly Finding[]): string {
  return findings.map((finding) => `${describeFinding(finding)}\n`).join('')
}

/** Begins, and hears every line until the author stops or the input ends; changed files come in between. */
async function hold(session: TrySession, { folder, input, output }: TrySurroundings): Promise<void> {
  const isTerminal = input.isTTY === true
  // Without an output readline writes nothing of its own: a pipe gets the conversation and no cursor codes.
  const lines = createInterface(isTerminal ? { input, output, prompt: '> ' } : { input, terminal: false })
  const say = (text: string) => {
    output.write(text)
    if (isTerminal) lines.prompt(true)
  }
  // Before anything is said: who sees the greeting may save a file at once.
  const watcher = watchDialogs(folder, () => say(`\n${reread(folder, session)}`), quietMs)
  output.write(session.begin())
  let isStopped = false
  lines.on('line', (line) => {
    // Lines that were read already still come after the last one.
    if (isStopped) return
    if (!isTerminal) output.write(`> ${line}\n`)
    const text = session.hear(line)
    if (text !== undefined) return say(text === '' ? '' : `\n${text}`)
    isStopped = true
    lines.close()
  })
  if (isTerminal) lines.prompt()
  await once(lines, 'close')
  watcher.close()
  output.write(`${tryTexts.end}\n`)
}

function reread(folder: string, session: TrySession): string {
  const { parts, errors } = read(folder)
  if (parts !== undefined && errors.length === 0) return session.moveTo(parts)
  return `${describeAll(errors)}${tryTexts.keptOld(errors.length)}\n`
}
