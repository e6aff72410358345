import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { startOutbox } from '../../../src/outbox/run-jobs.ts'
import { ask, poll, type Started, start } from './ask.ts'
import { attachmentSchema, echoOf, makeForm, message, picture, png, upload } from './send-files.ts'
import type { Served, ServeOptions } from './serve.ts'
import { quietLog, serveTurns } from './serve-turns.ts'

let served: Served
/** Stopped after each test, also after one that fails. */
const running: Served[] = []
beforeEach(async () => {
  served = await open()
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
})

async function open(options: ServeOptions = {}): Promise<Served> {
  const opened = await serveTurns(options)
  running.push(opened)
  return opened
}

/** Uploads one file and returns its address. */
async function addressOf(started: Started, file = picture(), at: Served = served): Promise<string> {
  const sent = await upload(at, started, makeForm([file], message('kijk')))
  expect(sent.status).toBe(200)
  const { attachments } = await echoOf(at, started)
  return attachments[0]?.contentUrl ?? ''
}

/** Every file of a conversation, as a row of the store; asks for those that were ever announced. */
async function storedFiles(started: Started) {
  const urls = (await poll(served, started)).activities.flatMap(({ attachments }) =>
    z.array(attachmentSchema).parse(attachments ?? []),
  )
  const ids = urls.map(({ contentUrl }) => new URL(contentUrl).pathname.split('/').at(-1) ?? '')
  const found = await Promise.all(ids.map((id) => served.store.get(started.conversationId, 'files', id)))
  return found.filter((document) => document !== undefined)
}

describe('a file', () => {
  it('is shown without a token, with what keeps a browser from doing anything with it (U2)', async () => {
    const shown = await fetch(await addressOf(await start(served)))
    expect(shown.status).toBe(200)
    expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "attachment; filename*=UTF-8''a.png",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })

  it('is shown as what its bytes are, not as what the client called it', async () => {
    const started = await start(served)
    const text = { name: "één '(1)'.html", type: 'text/plain', data: 'gewoon tekst' }
    const shown = await fetch(await addressOf(started, { ...text, data: Buffer.from(text.data) }))
    expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(shown.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%C3%A9%C3%A9n%20%27%281%29%27.html.txt",
    )
  })

  it('is shown to nobody whose address is for something else', async () => {
    const [mine, other] = [await start(served), await start(served)]
    const [here, there] = [new URL(await addressOf(mine)), new URL(await addressOf(other))]
    const stream = new URL(mine.streamUrl).searchParams.get('t')
    for (const address of [
      `${here.origin}${here.pathname}`,
      `${here.origin}${here.pathname}?t=x`,
      `${here.origin}${here.pathname}?t=${mine.token}`,
      `${here.origin}${here.pathname}?t=${stream}`,
      `${here.origin}${here.pathname}${there.search}`,
      `${here.origin}${here.pathname.replace(mine.conversationId, other.conversationId)}${here.search}`,
    ]) {
      const shown = await fetch(address)
      expect(shown.status).toBe(404)
      expect(await shown.json()).toMatchObject({ error: { code: 'NotFound' } })
    }
    const asToken = await poll(served, { ...mine, token: here.searchParams.get('t') ?? '' })
    expect(asToken.status).toBe(401)
  })

  it('can be had for a day, then its address is over and its job deletes it', async () => {
    const started = await start(served)
    const address = await addressOf(started)
    served.pass(24 * 3600 - 1)
    const outbox = () =>
      startOutbox({ store: served.store, handlers: served.jobHandlers, clock: served.clock, log: quietLog })
    await outbox().close()
    expect((await fetch(address)).status).toBe(200)
    served.pass(1)
    await outbox().close()
    expect((await fetch(address)).status).toBe(404)
    expect(await served.store.countJobs()).toEqual({ planned: 0, running: 0, dead: 0 })
    const [, fileId = ''] = /files\/([^?]+)/.exec(address) ?? []
    expect(await served.store.get(started.conversationId, 'files', fileId)).toBeUndefined()
    const said = await served.conversations.read(started.conversationId, 1, 1)
    expect(said).toMatchObject([{ activity: { text: 'kijk' } }])
  })

  it('is gone, with the job that would delete it, when its person erases the conversation', async () => {
    const started = await start(served)
    const address = await addressOf(started)
    expect(await storedFiles(started)).toHaveLength(1)
    for (const text of ['wis', 'erase:yes']) {
      await ask(served, 'POST', `/conversations/${started.conversationId}/activities`, {
        token: started.token,
        body: message(text),
      })
    }
    expect((await poll(served, started)).activities.map(({ text }) => text)).toContain('erased')
    expect((await fetch(address)).status).toBe(404)
    expect(await served.store.countJobs()).toMatchObject({ planned: 0 })
  })

  it('is not kept when it came with the word that erases everything', async () => {
    const started = await start(served)
    await upload(served, started, makeForm([picture()], message('wis')))
    await upload(served, started, makeForm([picture()], message('erase:yes')))
    expect((await poll(served, started)).activities.map(({ text }) => text)).toEqual(['erase:yes', 'erased'])
    expect(await storedFiles(started)).toEqual([])
    expect(await served.store.countJobs()).toMatchObject({ planned: 0 })
  })

  it('is gone when the conversation expires', async () => {
    const started = await start(served)
    const address = await addressOf(started)
    expect(await served.store.sweep(new Date(served.clock.now().getTime() + 31 * 86_400_000), 10)).toBe(1)
    expect((await fetch(address)).status).toBe(404)
    expect(await served.store.countJobs()).toMatchObject({ planned: 0 })
  })

  it('has an address at the public URL', async () => {
    const proxied = await open({ publicUrl: 'https://opstap.example' })
    expect(await addressOf(await start(proxied), picture(), proxied)).toMatch(
      /^https:\/\/opstap\.example\/v3\/directline\//,
    )
  })
})

describe('the job that deletes a file', () => {
  it('does not make a conversation anew that was erased meanwhile', async () => {
    const handle = served.jobHandlers['delete-file']
    const job = { id: 'j', kind: 'delete-file', partition: 'gone', dueAt: served.clock.now(), attempt: 1, lease: 'l' }
    const { signal } = new AbortController()
    expect(await handle?.({ ...job, payload: { format: 1, fileId: 'f' } }, signal)).toEqual({ outcome: 'done' })
    expect(await handle?.({ ...job, payload: { format: 9 } }, signal)).toMatchObject({ outcome: 'dead' })
    expect(await served.store.lastSequence('gone', 'activities')).toBe(0)
  })
})
