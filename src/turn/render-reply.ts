import type { LadderPicture, Reply } from '../conversation/decision.ts'
import type { Json } from '../store/contract.ts'
import type { CardAction, LoggedActivity } from './activity.ts'
import { drawLadder } from './draw-ladder.ts'

/** Who speaks for the bot on the wire. No first name: nobody may take it for a person. */
const botFrom = { id: 'opstap', name: 'Opstap', role: 'bot' } as const

/**
 * Turns a reply into the activity that is logged and sent.
 * @param reply one message of the bot
 * @param at when it is said
 * @param replyToSequence place of the message it answers; undefined at the start of a conversation
 */
export function renderReply(reply: Reply, at: Date, replyToSequence: number | undefined): LoggedActivity {
  const actions = reply.buttons.map(
    ({ label, url, locale }): CardAction => ({
      ...(url === undefined
        ? { type: 'imBack', title: label, value: label }
        : { type: 'openUrl', title: label, value: url }),
      ...(locale === undefined ? {} : { channelData: { opstap: { locale } } }),
    }),
  )
  return {
    type: 'message',
    timestamp: at.toISOString(),
    from: botFrom,
    text: reply.text,
    textFormat: 'plain',
    locale: reply.locale,
    inputHint: actions.length > 0 ? 'expectingInput' : 'acceptingInput',
    channelData: { opstap: reply.marks },
    ...(actions.length > 0 ? { suggestedActions: { actions } } : {}),
    ...(reply.marks.kind === 'crisis' ? { attachments: [renderLinks(actions)] } : {}),
    ...(reply.picture === undefined ? {} : { attachments: [renderPicture(reply.picture)] }),
    ...(reply.basis === undefined ? {} : { basis: reply.basis }),
    ...(replyToSequence === undefined ? {} : { replyToSequence }),
  }
}

/**
 * The links of a crisis message once more, as a card. Clients take suggested actions away at the first tap on any of them;
 * the way to help must stay where it was said.
 */
function renderLinks(actions: CardAction[]): Json {
  return {
    contentType: 'application/vnd.microsoft.card.hero',
    content: { buttons: actions.filter((action) => action.type === 'openUrl') },
  }
}

/** The picture itself, and not its address: it needs no second request, and stays as it was said. */
function renderPicture(picture: LadderPicture): Json {
  const contentUrl = `data:image/svg+xml;base64,${Buffer.from(drawLadder(picture)).toString('base64')}`
  return { contentType: 'image/svg+xml', contentUrl, name: picture.title }
}
