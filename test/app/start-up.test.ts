import { cp, readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type Bench, createBench, projectFolder } from './program.ts'
import { ask, startTalk } from './talk.ts'

jest.setTimeout(60_000)

let bench: Bench

beforeEach(async () => {
  bench = await createBench()
})

afterEach(() => bench.clear())

/** A line of a stack trace; whoever starts Opstap must not have to look for the message among them. */
const stackLine = /^ +at /m

describe('starting the program', () => {
  it('prints its addresses and answers the first message', async () => {
    const program = await bench.start()
    expect(program.output()).toContain(`${program.url}/v3/directline`)
    expect(program.output()).toContain(`${program.url}/api/messages`)
    expect(await ask('GET', `${program.url}/healthz`)).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect((await fetch(`${program.url}/`)).headers.get('content-type')).toContain('text/html')
    const talk = await startTalk(program.url)
    const heard = await talk.say('Kom ik niet in de schulden?')
    expect(heard.answer.status).toBe(200)
    expect(heard.replies[0]?.channelData).toMatchObject({ opstap: { topic: 'schulden' } })
  })

  it('names every wrong variable at once, with what was expected and never its value', async () => {
    const { code, output } = await bench.run({
      PORT: 'many',
      RETENTION_DAYS: '0',
      TOKEN_KEY: 'geheim',
      LOG_LEVEL: 'chatty',
      PUBLIC_URL: 'opstap.example/chat',
    })
    expect(code).toBe(1)
    expect(output).toMatch(/5 variable/)
    expect(output).toMatch(/PORT: expected a whole number from 0 to 65535/)
    expect(output).toMatch(/RETENTION_DAYS: expected a whole number from 1 to 365/)
    expect(output).toMatch(/TOKEN_KEY: expected at least 32 characters/)
    expect(output).toMatch(/LOG_LEVEL: .*info.*silent/)
    expect(output).toMatch(/PUBLIC_URL: expected an origin such as/)
    expect(output).not.toMatch(/geheim|chatty|many/)
    expect(output).not.toMatch(stackLine)
  })

  it('names the file, the line and what to do for each error of the written content', async () => {
    const dialogs = join(bench.folder, 'dialogs')
    await cp(join(projectFolder, 'dialogs'), dialogs, { recursive: true })
    const topic = join(dialogs, 'topics', 'schulden.yaml')
    const text = await readFile(topic, 'utf8')
    await writeFile(topic, `${text}onbekend: true\n`)
    await writeFile(join(dialogs, 'topics', 'privacy.yaml'), 'id: privacy\ntitle: [open\n')
    const { code, output } = await bench.run({ DIALOGS_DIR: dialogs })
    expect(code).toBe(1)
    expect(output).toContain(`${topic}:${text.split('\n').length}`)
    expect(output).toMatch(/topics\/privacy\.yaml:\d/)
    expect(output).not.toMatch(stackLine)
  })

  it('names the folder when there is no written content at all', async () => {
    const dialogs = join(bench.folder, 'nothing')
    const { code, output } = await bench.run({ DIALOGS_DIR: dialogs })
    expect(code).toBe(1)
    expect(output).toContain(dialogs)
    expect(output).not.toMatch(stackLine)
  })

  it('tells to choose another port when somebody has this one', async () => {
    const holder = createServer()
    const port = await new Promise<string>((resolve) => {
      holder.listen(0, '127.0.0.1', () => {
        const address = holder.address()
        resolve(typeof address === 'object' && address !== null ? String(address.port) : '')
      })
    })
    const { code, output } = await bench.run({ PORT: port })
    holder.close()
    expect(code).toBe(1)
    expect(output).toContain(`127.0.0.1:${port} (EADDRINUSE)`)
    expect(output).toMatch(/Choose another port: PORT=/)
    expect(output).not.toMatch(stackLine)
  })

  it('tells to build the pages when they are missing', async () => {
    const project = join(bench.folder, 'project')
    await cp(join(projectFolder, 'src'), join(project, 'src'), { recursive: true })
    await cp(join(projectFolder, 'package.json'), join(project, 'package.json'))
    for (const shared of ['node_modules', 'dialogs']) await symlink(join(projectFolder, shared), join(project, shared))
    const { code, output } = await bench.run({}, [], project)
    expect(code).toBe(1)
    expect(output).toMatch(/npm run build/)
    expect(output).not.toMatch(stackLine)
  })

  it('names its commands when it does not know one', async () => {
    const { code, output } = await bench.run({}, ['helpme'])
    expect(code).toBe(1)
    expect(output).toMatch(/"helpme".*npm start.*npm run cases, content, try, understand, learn or train/)
    expect(output).not.toMatch(stackLine)
  })
})
