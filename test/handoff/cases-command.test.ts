import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Case, casePut } from '../../src/handoff/case.ts'
import { runCasesCommand } from '../../src/handoff/cases-command.ts'
import { findCase, listOpenCases, renderCaseLine } from '../../src/handoff/list-cases.ts'
import { exampleCase } from './example-case.ts'
import { type OpenedStore, openStore } from './open-store.ts'

const now = new Date('2026-11-23T12:00:00Z')
let opened: OpenedStore

beforeEach(async () => {
  opened = await openStore()
})
afterEach(() => opened.remove())

async function keep(...cases: Case[]): Promise<void> {
  for (const toStore of cases) {
    const { outcome } = await opened.store.commit({ partition: toStore.conversationId, puts: [casePut(toStore, 0)] })
    expect(outcome).toBe('committed')
  }
}

async function damage(number: number): Promise<void> {
  const put = { ...casePut(exampleCase({ number }), 0), value: { format: 99 } }
  await opened.store.commit({ partition: `conversation-${number}`, puts: [put] })
}

const said: string[] = []
const around = {
  now,
  say: async (found: Case, text: string) => {
    if (found.channel !== 'directline') return 'no-channel' as const
    said.push(text)
    return 'said' as const
  },
}
beforeEach(() => {
  said.length = 0
})

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const written: string[] = []
  const code = await runCasesCommand(opened.store, args, (text) => written.push(text), around)
  return { code, text: written.join('') }
}

describe('npm run cases', () => {
  it('says that nothing is open', async () => {
    expect(await run()).toEqual({ code: 0, text: '0 open\n' })
  })

  it('lists open Cases, the earliest promise first, and marks those past their promise', async () => {
    await keep(
      exampleCase({ number: 7, answerBy: '2026-11-24T10:00:00+01:00', contact: { how: 'chat' } }),
      exampleCase({ number: 8, answerBy: '2026-11-23T12:30:00+01:00', crisis: 'oranje' }),
    )
    const { code, text } = await run()
    const lines = text.split('\n')
    expect(code).toBe(0)
    expect(lines[0]).toMatch(/^NUMBER +REGION +QUEUE \(ORGANISATION\) +TOPIC +SINCE +ANSWER BY +CONTACT$/)
    expect(lines[1]).toMatch(
      /^8 +twente +aanmeldpunt \(Stichting Voorbeeld\) +terugkomen !oranje +2026-11-23 10:00 +2026-11-23 12:30 +LATE +phone$/,
    )
    expect(lines[2]).toMatch(/^7 .* terugkomen +2026-11-23 10:00 +2026-11-24 10:00 +chat$/)
    expect(lines[3]).toBe('2 open')
  })

  it('keeps the words and the phone number of the candidate out of the list', async () => {
    await keep(exampleCase())
    const { text } = await run()
    expect(text).not.toContain('terug kan')
    expect(text).not.toContain('12345678')
  })

  it('shows one Case with exactly the text that was approved', async () => {
    const approvedText = 'Ik wil weten of ik terug kan.\n\n  "Groetjes" – Robin ✓'
    await keep(exampleCase({ approvedText }))
    const { code, text } = await run('show', '12')
    expect(code).toBe(0)
    expect(text.endsWith(`\n\n${approvedText}\n`)).toBe(true)
    expect(text).toContain('contact  phone 06 12345678')
    expect(text).toContain('status   open')
  })

  it('writes control characters out, so that a text cannot steer the terminal', async () => {
    await keep(exampleCase({ approvedText: 'rood\u001b[31m\r\u009b2J' }))
    expect((await run('show', '12')).text).toContain('rood\\x1b[31m\\x0d\\x9b2J')
  })

  it('closes a Case with a reason, once', async () => {
    await keep(exampleCase())
    expect(await run('close', '12', 'answered')).toEqual({ code: 0, text: 'Case 12 is closed: answered.\n' })
    expect((await run()).text).toBe('0 open\n')
    expect((await run('show', '12')).text).toContain('status   closed (answered)')
    expect(await run('close', '12', 'not-needed')).toEqual({ code: 1, text: 'Case 12 is closed (answered) already.\n' })
  })

  it('does not overwrite a Case that changed meanwhile', async () => {
    await keep(exampleCase())
    const slow = {
      list: opened.store.list,
      commit: async (changes: Parameters<typeof opened.store.commit>[0]) => {
        await opened.store.commit({ partition: 'conversation-12', puts: [casePut(exampleCase())] })
        return opened.store.commit(changes)
      },
    }
    const written: string[] = []
    expect(await runCasesCommand(slow, ['close', '12', 'answered'], (text) => written.push(text), around)).toBe(1)
    expect(written.join('')).toContain('changed meanwhile')
    expect((await run()).text).toContain('1 open')
  })

  it('lists the others when one Case cannot be read, and says so', async () => {
    await damage(3)
    await keep(exampleCase())
    const { code, text } = await run()
    expect(code).toBe(1)
    expect(text).toContain('1 open\nCase 3 cannot be read')
    expect((await run('show', '3')).code).toBe(1)
    expect((await run('close', '3', 'answered')).code).toBe(1)
  })

  it('says that there is no such Case', async () => {
    expect(await run('show', '99')).toEqual({ code: 1, text: 'There is no Case 99.\n' })
    expect(await run('close', '99', 'answered')).toEqual({ code: 1, text: 'There is no Case 99.\n' })
  })

  it.each([
    [['list']],
    [['show']],
    [['show', 'twelve']],
    [['show', '0']],
    [['close', '12']],
    [['close', '12', 'bored']],
    [['close', '12', 'answered', 'really']],
  ])('explains itself on wrong use: %j', async (args) => {
    const { code, text } = await run(...args)
    expect(code).toBe(2)
    expect(text).toContain('npm run cases -- close NUMBER REASON')
    expect(text).toContain('answered, passed-on, not-reached, not-needed')
  })
})

describe('listOpenCases', () => {
  it('goes through more pages than one', async () => {
    await keep(...Array.from({ length: 103 }, (_, index) => exampleCase({ number: index + 1 })))
    let count = 0
    for await (const open of listOpenCases(opened.store)) count += open.status.is === 'open' ? 1 : 0
    expect(count).toBe(103)
  })

  it('ends at a Case that cannot be read when nobody hears of it', async () => {
    await damage(3)
    await expect(listOpenCases(opened.store).next()).rejects.toMatchObject({ code: 'unreadable-case', caseId: '3' })
  })
})

describe('findCase', () => {
  it('finds nothing for a number that was never given', async () => {
    expect(await findCase(opened.store, 1)).toBeUndefined()
  })
})

describe('renderCaseLine', () => {
  it('is late only after the promised time', () => {
    expect(renderCaseLine(exampleCase(), new Date('2026-11-23T13:00:00Z'))).not.toContain('LATE')
    expect(renderCaseLine(exampleCase(), new Date('2026-11-23T13:00:01Z'))).toContain('LATE')
  })
})

describe('npm run cases -- answer', () => {
  it('says the words to the candidate and leaves the Case open', async () => {
    await keep(exampleCase({ number: 7 }))
    expect(await run('answer', '7', 'Ik bel je morgen om 10.00 uur.')).toMatchObject({ code: 0 })
    expect(said).toEqual(['Ik bel je morgen om 10.00 uur.'])
    expect((await findCase(opened.store, 7))?.case.status.is).toBe('open')
  })

  it('tells that it cannot reach a conversation outside web chat', async () => {
    await keep({ ...exampleCase({ number: 7 }), channel: 'botframework' })
    const { code, text } = await run('answer', '7', 'Hallo')
    expect(code).toBe(1)
    expect(text).toContain('not in web chat')
  })

  it('answers no Case that is closed, and says nothing empty or endless', async () => {
    await keep(exampleCase({ number: 7 }))
    expect((await run('answer', '7', ' ')).code).toBe(2)
    expect((await run('answer', '7', 'x'.repeat(1001))).code).toBe(2)
    await run('close', '7', 'answered')
    expect(await run('answer', '7', 'Hallo')).toMatchObject({ code: 1 })
    expect(said).toEqual([])
  })
})
