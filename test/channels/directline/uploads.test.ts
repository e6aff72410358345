import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ask, type Started, start } from './ask.ts'
import { echoOf, makeForm, message, picture, png, saidIn, upload } from './send-files.ts'
import type { Served, ServeOptions } from './serve.ts'
import { serveTurns } from './serve-turns.ts'

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

describe('upload', () => {
  it('gives the id under which the message comes back, from the person of the token, with an address per file (U1)', async () => {
    const started = await start(served)
    const sent = await upload(served, started, makeForm([picture()], message('kijk', 'one')))
    expect(sent.status).toBe(200)
    const { echo, attachments } = await echoOf(served, started)
    expect(echo).toMatchObject({
      id: sent.body.id,
      type: 'message',
      text: 'kijk',
      channelData: { clientActivityID: 'one' },
    })
    expect(echo?.from).toMatchObject({ id: expect.stringMatching(/^dl_/), role: 'user' })
    expect(attachments).toEqual([{ contentType: 'image/png', name: 'a.png', contentUrl: expect.any(String) }])
    expect(attachments[0]?.contentUrl).toMatch(`${served.url}/conversations/${started.conversationId}/files/`)
  })

  it('keeps two files with unlike names apart (E8)', async () => {
    const started = await start(served)
    const files = [picture('a.png'), { name: 'a (1).png', type: 'image/png', data: Buffer.concat([png, png]) }]
    expect((await upload(served, started, makeForm(files, message('twee')))).status).toBe(200)
    const { attachments } = await echoOf(served, started)
    expect(attachments.map(({ name }) => name)).toEqual(['a.png', 'a (1).png'])
    const sizes = await Promise.all(
      attachments.map(async ({ contentUrl }) => (await (await fetch(contentUrl)).arrayBuffer()).byteLength),
    )
    expect(sizes).toEqual([png.length, png.length * 2])
  })

  it('is answered with the phrase for files when it has no words, and by its words when it has', async () => {
    const [bare, told] = [await start(served), await start(served)]
    expect((await upload(served, bare, makeForm([picture()]))).status).toBe(200)
    expect((await upload(served, told, makeForm([picture()], message('zomaar')))).status).toBe(200)
    const texts = async (started: Started) => (await saidIn(served, started)).slice(1).map(({ text }) => text)
    expect(await texts(bare)).toEqual(['attachment'])
    expect(await texts(told)).not.toContain('attachment')
    expect((await saidIn(served, bare))[0]).not.toHaveProperty('text')
  })

  it('takes one bare file with a Content-Disposition', async () => {
    const started = await start(served)
    const headers = { 'content-type': 'image/png', 'content-disposition': 'name="file"; filename="foto.png"' }
    expect((await upload(served, started, png, headers)).status).toBe(200)
    const { attachments } = await echoOf(served, started)
    expect(attachments[0]).toMatchObject({ name: 'foto.png', contentType: 'image/png' })
  })

  it('takes an activity part that has no filename', async () => {
    const started = await start(served)
    const form = makeForm([picture()])
    form.append('activity', JSON.stringify(message('zonder naam')))
    expect((await upload(served, started, form)).status).toBe(200)
    expect((await echoOf(served, started)).echo?.text).toBe('zonder naam')
  })

  it('cleans the activity as any other, and believes nothing it says of the files', async () => {
    const started = await start(served)
    const activity = {
      ...message('x'),
      id: 'mine',
      from: { id: 'boss', role: 'bot' },
      serviceUrl: 'https://elsewhere.example',
      attachments: [{ contentType: 'text/html', name: 'x.html', contentUrl: 'https://elsewhere.example/x' }],
    }
    await upload(served, started, makeForm([picture()], activity))
    expect(JSON.stringify(await saidIn(served, started))).not.toMatch(/elsewhere|boss|mine|html/)
  })

  it('stores nothing twice when a message is sent again', async () => {
    const started = await start(served)
    const sends = [1, 2, 3].map(() => upload(served, started, makeForm([picture()], message('een keer', 'once'))))
    const answers = await Promise.all(sends)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await saidIn(served, started)).filter(({ from }) => from.role === 'user')).toHaveLength(1)
    expect(await served.store.countJobs()).toMatchObject({ planned: 1 })
  })

  it('answers 404 for another person’s conversation and one that was not started (A8)', async () => {
    const [mine, other] = [await start(served), await start(served)]
    const { body: unstarted } = await ask(served, 'POST', '/api/chat/token')
    for (const place of [{ ...other, token: mine.token }, { conversationId: 'nope', token: mine.token }, unstarted]) {
      expect((await upload(served, place, makeForm([picture()]))).status).toBe(404)
    }
    expect(await saidIn(served, other)).toEqual([])
  })

  it('counts as a send for the limits (L1)', async () => {
    const limited = await open({ limits: { sendPerConversation: { burst: 1, perSecond: 0.5 } } })
    const started = await start(limited)
    expect((await upload(limited, started, makeForm([picture()]))).status).toBe(200)
    const refused = await upload(limited, started, makeForm([picture()]))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('2')
  })

  it('is refused with an error body when uploads are off', async () => {
    const closed = await open({ acceptsUploads: false })
    const answer = await upload(closed, await start(closed), makeForm([picture()]))
    expect(answer.status).toBe(400)
    expect(answer.body.error.code).toBe('BadArgument')
  })
})

describe('an upload of something else', () => {
  const html = '<!doctype html><script>1</script>'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

  it.each([
    ['a page', 'x.html', 'text/html', html],
    ['a page that calls itself a picture', 'x.png', 'image/png', html],
    ['a page that calls itself text', 'x.txt', 'text/plain', `\uFEFF \n${html}`],
    ['an svg', 'x.svg', 'image/svg+xml', svg],
    ['an svg that calls itself text', 'x.txt', 'text/plain', svg],
    ['a program', 'x.exe', 'application/octet-stream', Buffer.from('MZ\x90\x00\x03')],
    ['text with a NUL', 'x.txt', 'text/plain', 'a\0b'],
    ['text that is not UTF-8', 'x.txt', 'text/plain', Buffer.from([0x61, 0xff, 0xfe])],
    ['text that does not say so', 'x.csv', 'text/csv', 'a,b'],
    ['nothing', 'x.png', 'image/png', ''],
  ])('refuses %s with 415 (U2)', async (_what, name, type, data) => {
    const started = await start(served)
    const answer = await upload(served, started, makeForm([picture(), { name, type, data }], message('x')))
    expect(answer.status).toBe(415)
    expect(answer.body.error.code).toBe('UnsupportedMediaType')
    expect(await saidIn(served, started)).toEqual([])
    expect(await served.store.countJobs()).toMatchObject({ planned: 0 })
  })

  it.each([
    ['five files', () => makeForm([1, 2, 3, 4, 5].map((number) => picture(`${number}.png`)))],
    ['a file over 4 MB', () => makeForm([{ ...picture(), data: Buffer.concat([png, Buffer.alloc(4 << 20)]) }])],
    ['more than 6 MB in all', () => makeForm([{ ...picture(), data: Buffer.alloc(6 << 20) }])],
    ['an activity over 256 KB', () => makeForm([picture()], message('x'.repeat(300_000)))],
  ])('refuses %s with 413 (U2, A9)', async (_what, form) => {
    const started = await start(served)
    const answer = await upload(served, started, form())
    expect(answer.status).toBe(413)
    expect(answer.body.error.code).toBe('MessageSizeTooBig')
    expect(await saidIn(served, started)).toEqual([])
  })

  it('takes four files that are 4 MB and small', async () => {
    const started = await start(served)
    const large = Buffer.concat([png, Buffer.alloc((4 << 20) - png.length)])
    const form = makeForm([{ ...picture(), data: large }, picture('2.png'), picture('3.png'), picture('4.png')])
    expect((await upload(served, started, form)).status).toBe(200)
    const { attachments } = await echoOf(served, started)
    const shown = await fetch(attachments[0]?.contentUrl ?? '')
    expect(Buffer.from(await shown.arrayBuffer()).equals(large)).toBe(true)
  })

  it.each([
    ['a body that is no form', 'geen multipart', 'multipart/form-data; boundary=zzz'],
    ['a form without boundary', 'x', 'multipart/form-data; x=y'],
    [
      'a form that breaks off',
      '--zzz\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      'multipart/form-data; boundary=zzz',
    ],
    ['a form without parts', '--zzz--\r\n', 'multipart/form-data; boundary=zzz'],
    ['an empty body', '', 'multipart/form-data; boundary=zzz'],
    ['an activity instead of a form', '{"type":"message"}', 'application/json'],
  ])('refuses %s with 400 (U2)', async (_what, body, type) => {
    const started = await start(served)
    const answer = await upload(served, started, body, { 'content-type': type })
    expect(answer.status).toBe(400)
    expect(answer.body.error.code).toMatch(/^Bad/)
    expect(served.errors).toEqual([])
  })

  it.each([
    ['is no JSON', new Blob(['{'], { type: 'application/vnd.microsoft.activity' })],
    [
      'is nested too deep',
      new Blob([`${'['.repeat(20_000)}${']'.repeat(20_000)}`], { type: 'application/vnd.microsoft.activity' }),
    ],
    ['is typing', new Blob(['{"type":"typing"}'], { type: 'application/vnd.microsoft.activity' })],
    [
      'only a channel makes',
      new Blob(['{"type":"conversationUpdate"}'], { type: 'application/vnd.microsoft.activity' }),
    ],
  ])('refuses an activity that %s with 400', async (_what, activity) => {
    const form = makeForm([picture()])
    form.append('activity', activity)
    expect((await upload(served, await start(served), form)).status).toBe(400)
  })

  it('refuses a second activity, and an activity without files', async () => {
    const started = await start(served)
    const two = makeForm([picture()], message('a'))
    two.append('activity', JSON.stringify(message('b')))
    expect((await upload(served, started, two)).status).toBe(400)
    expect((await upload(served, started, makeForm([], message('a')))).status).toBe(400)
  })
})
