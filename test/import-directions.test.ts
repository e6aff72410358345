import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')

/** Files that belong to nobody's folder: the shapes that parts agree on. They import nothing of ours but each other. */
const contracts = new Set(['store/contract.ts', 'http/route.ts', 'clock.ts', 'log.ts'])

/** Rules over the data that channels and the turn share: what stands "above" a channel. */
const rules = ['conversation', 'understanding', 'content', 'handoff', 'reminders', 'outbox', 'privacy', 'insights']

/** Folder -> folders it may import from, beside itself and what `contracts` and `values` allow. */
const allowed: Record<string, string[]> = {
  understanding: [],
  // Apart from the rest of understanding, so that nothing but app.ts can reach the optional model.
  'understanding/model': ['understanding'],
  conversation: ['understanding'],
  content: ['conversation', 'understanding'],
  authoring: ['conversation', 'understanding', 'content', 'handoff', 'privacy', 'insights'],
  handoff: ['conversation'],
  reminders: ['conversation'],
  outbox: ['conversation'],
  privacy: ['conversation'],
  insights: ['conversation'],
  'store/sqlite': [],
  turn: rules,
  'channels/directline': ['turn', ...rules],
  'channels/teams': ['turn', ...rules],
  http: [],
  web: [],
  'main.ts': ['*'],
  'app.ts': ['*'],
  'config.ts': ['model-settings.ts'],
}

/** Folders that must not even read the clock or write a log line. */
const pure = ['understanding', 'conversation']

/** Packages of the SDK and of the databases, and the one folder that may know them. */
const ownPackages: Record<string, string> = {
  botbuilder: 'channels/teams',
  'botframework-connector': 'channels/teams',
  'botframework-schema': 'channels/teams',
  restify: 'http',
  'node:sqlite': 'store/sqlite',
  ioredis: 'store/redis',
  preact: 'web',
  openai: 'understanding/model',
}

interface Import {
  from: string
  to: string
  isTypeOnly: boolean
}

const files = globSync('**/*.{ts,tsx}', { cwd: src }).map((file) => file.replaceAll('\\', '/'))

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"\n;]*?(?:\n[^'"\n;]*?)*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => {
    const target = match[2] ?? match[3] ?? ''
    const to = target.startsWith('.') ? relative(src, normalize(join(src, dirname(file), target))) : target
    return { from: file, to: to.replaceAll('\\', '/'), isTypeOnly: match[1] !== undefined }
  })
}

function folderOf(file: string): string {
  const parts = file.split('/')
  if (parts.length === 1) return file
  const isNested = parts[0] === 'channels' || parts[0] === 'store' || file.startsWith('understanding/model/')
  return isNested && parts.length > 2 ? `${parts[0]}/${parts[1]}` : (parts[0] ?? file)
}

const imports = files.flatMap(importsOf)
const ours = imports.filter(({ to }) => files.includes(to))

describe('imports', () => {
  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(ours.length).toBeGreaterThan(100)
  })

  it('point the way of style.md: down the list and inwards', () => {
    const wrong = ours.filter(({ from, to }) => {
      const [source, target] = [folderOf(from), folderOf(to)]
      if (source === target || allowed[source]?.includes('*')) return false
      if (to === 'clock.ts' || to === 'log.ts') return pure.includes(source)
      if (contracts.has(to)) return pure.includes(source)
      if (source === 'web') return to !== 'turn/activity.ts'
      return !(allowed[source] ?? []).includes(target)
    })
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  it('know every folder', () => {
    const unknown = files.map(folderOf).filter((folder) => !(folder in allowed) && !isLoose(folder))
    expect([...new Set(unknown)]).toEqual([])
  })

  it('never form a ring', () => {
    const next = new Map(files.map((file) => [file, ours.filter(({ from }) => from === file).map(({ to }) => to)]))
    const rings: string[] = []
    const done = new Set<string>()
    const visit = (file: string, path: string[]): void => {
      const at = path.indexOf(file)
      if (at >= 0) rings.push([...path.slice(at), file].join(' -> '))
      if (at >= 0 || done.has(file)) return
      for (const to of next.get(file) ?? []) visit(to, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(rings).toEqual([])
  })

  it('keep each SDK and database in the one folder that knows it', () => {
    const wrong = imports.filter(({ from, to }) => {
      const owner = ownPackages[to.startsWith('node:') ? to : to.replace(/^((?:@[^/]+\/)?[^/]+).*/, '$1')]
      return owner !== undefined && folderOf(from) !== owner
    })
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  it('leave the configuration to app.ts and main.ts', () => {
    const wrong = ours.filter(({ from, to }) => to === 'config.ts' && !['app.ts', 'main.ts'].includes(from))
    expect(wrong).toEqual([])
  })
})

describe('the optional model', () => {
  const model = files.filter((file) => folderOf(file) === 'understanding/model')

  it('is imported by app.ts alone, and only when it is asked for', () => {
    const from = ours.filter(({ from, to }) => model.includes(to) && !model.includes(from))
    expect([...new Set(from.map((each) => each.from))]).toEqual(['app.ts'])
    expect(readFileSync(join(src, 'app.ts'), 'utf8')).not.toMatch(/from '[^']*understanding\/model/)
  })

  it.each([
    ['the rules about danger', (file: string) => file.startsWith('understanding/crisis/')],
    ['the words about danger', (file: string) => file === 'conversation/crisis.ts'],
    [
      'passing on, routing, office hours and promises',
      (file: string) => /^handoff\/|^conversation\/handoff/.test(file),
    ],
    ['what happens next', (file: string) => file.startsWith('conversation/')],
    ['the turn', (file: string) => file.startsWith('turn/')],
  ])('cannot be reached from %s', (_name, isIn) => {
    const reached = new Set(files.filter(isIn))
    expect(reached.size).toBeGreaterThan(0)
    for (const file of reached) for (const { from, to } of ours) if (from === file) reached.add(to)
    expect(model.filter((file) => reached.has(file))).toEqual([])
  })

  it('has one file that knows the package', () => {
    const found = imports.filter(({ to }) => to === 'openai' || to.startsWith('openai/')).map(({ from }) => from)
    expect(found).toEqual(['understanding/model/openai-client.ts'])
  })
})

describe('source files', () => {
  const text = (file: string) => readFileSync(join(src, file), 'utf8')
  const hits = (pattern: RegExp, except: string[]) =>
    files.filter((file) => !except.includes(file) && !file.startsWith('web/') && pattern.test(text(file)))

  it('read the environment only in config.ts', () => {
    expect(hits(/process\.env\b/, ['config.ts'])).toEqual([])
  })

  it('read the clock only in clock.ts', () => {
    expect(hits(/Date\.now\(\)|new Date\(\)|performance\.now\(\)/, ['clock.ts'])).toEqual([])
  })

  it('write log lines only in log.ts', () => {
    expect(hits(/console\.\w+\(/, ['log.ts'])).toEqual([])
  })

  it('keep promises, randomness and input/output out of the pure folders', () => {
    const found = files
      .filter((file) => pure.includes(folderOf(file)))
      .filter((file) => /\basync\b|\bPromise<|Math\.random|from 'node:/.test(text(file)))
    expect(found).toEqual([])
  })

  it('stay under 300 lines, or say at the top why not', () => {
    const long = files.filter((file) => {
      const lines = text(file).split('\n')
      return lines.length > 301 && !/longer than 300 lines/i.test(lines.slice(0, 12).join('\n'))
    })
    expect(long).toEqual([])
  })
})

function isLoose(folder: string): boolean {
  return contracts.has(folder) || folder === 'model-settings.ts' || folder === 'store'
}
