import { mkdtempSync, rmSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { z } from 'zod'
import { openChromium } from '../test/e2e/chromium.ts'
import { startOpstap } from '../test/e2e/start-opstap.ts'
import { readWebChatBundle, webChatPage } from '../test/e2e/web-chat-page.ts'
import { noteMarks } from './page-marks.ts'

/** "Slow 4G" as the DevTools of Chromium have it: 1.6 and 0.75 Mbit/s less 10 %, and 150 ms times 3.75 for each request. */
const slow4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_600_000 * 0.9) / 8,
  uploadThroughput: (750_000 * 0.9) / 8,
}
const cpuSlowDown = 4
const giveUpMs = 90_000

const blankPage = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Leeg</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body><p>Opstap</p></body></html>`

const pageNames = ['blank', 'opstap', 'webChat'] as const
type PageName = (typeof pageNames)[number]

/** Where each page is, and the mark that ends its visit. */
const visits: Record<PageName, { path: string; last: string }> = {
  blank: { path: '/blank', last: 'firstPaint' },
  opstap: { path: '/', last: 'answer' },
  webChat: { path: '/webchat', last: 'message' },
}

/** Milliseconds by mark (see {@link noteMarks}), and what went over the network until the last of them. */
type Figures = Record<string, number> & { bytes: number }
type Round = Record<PageName, Figures>

/** One line of the table. */
interface Line {
  what: string
  page: PageName
  mark: string
  unit: 'ms' | 'KB'
  /** Highest ratio to the blank page, or highest value. */
  goal?: { ratio: number } | { value: number }
}

const lines: Line[] = [
  { what: '(a) blank page: first paint', page: 'blank', mark: 'firstPaint', unit: 'ms' },
  { what: '(b) Opstap: first bubble readable', page: 'opstap', mark: 'bubble', unit: 'ms', goal: { ratio: 1.3 } },
  { what: '(b) Opstap: input usable', page: 'opstap', mark: 'input', unit: 'ms', goal: { ratio: 2 } },
  { what: '(b) Opstap: answer to the first message', page: 'opstap', mark: 'answer', unit: 'ms' },
  { what: '(b) Opstap: transferred until then', page: 'opstap', mark: 'bytes', unit: 'KB', goal: { value: 40 } },
  { what: '(c) Web Chat: text box in the page', page: 'webChat', mark: 'box', unit: 'ms' },
  { what: '(c) Web Chat: first message in the page', page: 'webChat', mark: 'message', unit: 'ms' },
  { what: '(c) Web Chat: transferred until then', page: 'webChat', mark: 'bytes', unit: 'KB' },
]

/**
 * Measures how soon our chat page can be read and used on a slow phone, beside a blank page and the official Web Chat,
 * all three from the same server. Each visit has an empty cache; rounds take the pages in turn, each round beginning
 * with another one. Needs a Chromium and built pages. Option: `--rounds` (5).
 * @returns everything that was measured
 * @throws Error when there is no Chromium, or a page does not get so far within 90 s
 */
export async function runPageBench(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '5' } } })
  const browser = await openChromium()
  if (browser === undefined) throw new Error('This benchmark needs a Chromium: set CHROMIUM to its path.')
  const dataFolder = mkdtempSync(join(tmpdir(), 'opstap-bench-'))
  const opstap = await startOpstap(dataFolder)
  try {
    addPages(opstap.app.http.server)
    // Once to warm up the server; what Chromium keeps of it is only its own start.
    for (const name of pageNames) await measure(browser, opstap.url, name)
    const rounds: Round[] = []
    for (let round = 0; round < Number(values.rounds); round++) {
      rounds.push(await runRound(browser, opstap.url, round))
      process.stdout.write(`Round ${round + 1} of ${values.rounds} is measured.\n`)
    }
    const results = lines.map((line) => judge(line, rounds))
    print(results, rounds.length)
    return { slow4G, cpuSlowDown, chromium: browser.version(), rounds, results }
  } finally {
    await browser.close()
    await opstap.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** Puts the two other pages on our own server, so that nothing but the pages differs. */
function addPages(server: Server): void {
  const html = 'text/html; charset=utf-8'
  const pages = new Map([
    ['/blank', { type: html, body: compress(blankPage) }],
    ['/webchat', { type: html, body: compress(webChatPage) }],
    ['/webchat.js', { type: 'text/javascript; charset=utf-8', body: compress(readWebChatBundle()) }],
  ])
  const others = server.listeners('request').filter((listener): listener is RequestListener => listener !== undefined)
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const page = pages.get(request.url ?? '')
    if (page === undefined) {
      for (const listener of others) listener(request, response)
      return
    }
    response.setHeader('Content-Type', page.type)
    response.setHeader('Content-Encoding', 'br')
    response.end(page.body)
  })
}

/** As far as it goes, as our own pages are. */
function compress(text: string | Uint8Array): Uint8Array {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
}

async function runRound(browser: Browser, url: string, round: number): Promise<Round> {
  const figures: Partial<Round> = {}
  for (let turn = 0; turn < pageNames.length; turn++) {
    const name = pageNames[(round + turn) % pageNames.length] ?? 'blank'
    figures[name] = await measure(browser, url, name)
  }
  const { blank, opstap, webChat } = figures
  if (blank === undefined || opstap === undefined || webChat === undefined) throw new Error('A page was left out')
  return { blank, opstap, webChat }
}

async function measure(browser: Browser, url: string, name: PageName): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'nl-NL' })
  try {
    const page = await context.newPage()
    const network = await context.newCDPSession(page)
    let bytes = 0
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    network.on('Network.webSocketFrameReceived', ({ response }) => {
      bytes += Buffer.byteLength(response.payloadData)
    })
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', slow4G)
    await network.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowDown })
    await page.addInitScript(noteMarks)
    const { path, last } = visits[name]
    await page.goto(url + path, { waitUntil: 'commit', timeout: giveUpMs })
    await page.waitForFunction((mark) => Reflect.get(window, 'marks')[mark] !== undefined, last, {
      polling: 100,
      timeout: giveUpMs,
    })
    const marks = z.record(z.string(), z.number()).parse(await page.evaluate(() => Reflect.get(window, 'marks')))
    return { ...marks, bytes }
  } finally {
    await context.close()
  }
}

/** One line of the table, worked out. Ratios are taken inside each round, as the machine is not equally fast in all. */
interface Result extends Spread {
  what: string
  unit: string
  /** To the first paint of the blank page. */
  ratio?: Spread
  goal?: string
  isReached?: boolean
}

interface Spread {
  median: number
  least: number
  most: number
}

function judge({ what, page, mark, unit, goal }: Line, rounds: Round[]): Result {
  const value = (round: Round) => {
    const found = round[page][mark]
    if (found === undefined) throw new Error(`"${what}" was not measured: was the page built?`)
    return unit === 'KB' ? found / 1024 : found
  }
  const result = { what, unit, ...spread(rounds.map(value)) }
  if (unit === 'KB') {
    if (goal === undefined || !('value' in goal)) return result
    return { ...result, goal: `at most ${goal.value} KB`, isReached: result.most <= goal.value }
  }
  const ratio = spread(rounds.map((round) => value(round) / (round.blank.firstPaint ?? Number.NaN)))
  if (goal === undefined || !('ratio' in goal)) return { ...result, ratio }
  return { ...result, ratio, goal: `at most ${goal.ratio}x`, isReached: ratio.median <= goal.ratio }
}

function spread(values: number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (index: number) => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  }
}

function print(results: Result[], roundCount: number): void {
  const show = ({ median, least, most }: Spread, digits: number, unit: string) =>
    `${median.toFixed(digits)}${unit} (${least.toFixed(digits)}–${most.toFixed(digits)})`
  const rows = results.map((result) =>
    [
      result.what.padEnd(42),
      show(result, result.unit === 'KB' ? 1 : 0, ` ${result.unit}`).padEnd(24),
      (result.ratio === undefined ? '' : show(result.ratio, 2, 'x')).padEnd(22),
      result.goal === undefined ? '' : `${result.isReached ? 'reached' : 'MISSED'}: ${result.goal}`,
    ].join(''),
  )
  process.stdout.write(
    [
      `Slow 4G (${slow4G.latency} ms for each request, 1.44 Mbit/s down, 0.675 up), CPU ${cpuSlowDown}x slower, empty cache.`,
      `Median (least–most) of ${roundCount} rounds; ratios to the first paint of the blank page in the same round.`,
      '',
      `${''.padEnd(42)}${'since navigation'.padEnd(24)}${'ratio to (a)'.padEnd(22)}goal`,
      ...rows,
      '',
    ].join('\n'),
  )
}
