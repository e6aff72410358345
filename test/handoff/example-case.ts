import type { CaseDraft } from '../../src/conversation/decision.ts'
import { type Case, openCase } from '../../src/handoff/case.ts'

/** An open Case of an invented candidate. Opened 23 November 2026 at 10:00, answer promised at 14:00 in Amsterdam. */
export function exampleCase(changes: Partial<CaseDraft> = {}): Case {
  const draft: CaseDraft = {
    number: 12,
    region: 'twente',
    queue: 'aanmeldpunt',
    organisation: 'Stichting Voorbeeld',
    role: 'sleutelfiguur',
    topic: 'terugkomen',
    approvedText: 'Ik wil weten of ik terug kan.\nGroetjes',
    consentVersion: 'c1',
    contact: { how: 'phone', number: '06 12345678' },
    answerBy: '2026-11-23T14:00:00+01:00',
    ...changes,
  }
  const place = { conversationId: `conversation-${draft.number}`, channel: 'directline' }
  return openCase(draft, place, new Date('2026-11-23T09:00:00Z'))
}
