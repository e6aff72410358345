import type { Chat } from './chat.ts'
import { maxMessageLength } from './chat-state.ts'
import type { Address } from './direct-line.ts'
import type { ExplainRequest } from './outbox.ts'
import { strings } from './strings.ts'
import type { PageActions } from './view/page-actions.ts'

/** What the page does with clicks and keys: it calls the chat, and keeps the focus where a person expects it. */
export function createPageActions(chat: Chat): PageActions & {
  pressEscape: (event: KeyboardEvent) => void
  /** Closes the menu when somebody goes on elsewhere, as it would cover what has the focus. */
  goElsewhere: (event: Event) => void
} {
  const words = () => strings[chat.state().language]
  const box = () => document.querySelector<HTMLTextAreaElement>('#message')

  /** A chosen button disappears; the focus goes to the message it became, so that the next Tab reaches the answer. */
  function sayFromButton(text: string, value?: ExplainRequest): void {
    chat.say(text, value)
    const messages = document.querySelectorAll<HTMLElement>('.message[data-from=user]')
    messages[messages.length - 1]?.focus({ preventScroll: true })
  }

  function submit(event: Event): void {
    event.preventDefault()
    const field = box()
    const text = field?.value.trim() ?? ''
    if (field === null || text.length > maxMessageLength) return
    field.focus()
    if (text === '') return
    field.value = ''
    grow(field)
    chat.countDraft(0)
    chat.say(text)
  }

  function toggleMenu(isOpen: boolean): void {
    chat.toggleMenu(isOpen)
    if (isOpen) document.querySelector<HTMLElement>('#menu input:checked')?.focus()
    else document.getElementById('menu-button')?.focus()
  }

  return {
    submit,
    type: (event) => {
      const field = event.currentTarget
      if (!(field instanceof HTMLTextAreaElement)) return
      grow(field)
      chat.countDraft(field.value.length)
    },
    pressKey: (event) => {
      // An Enter that picks a word from a suggestion list is not meant to send.
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
    },
    holdFocus: (event) => {
      if (document.activeElement === box()) event.preventDefault()
    },
    chooseReply: (reply) => sayFromButton(reply.value),
    explain: (way, marks) =>
      sayFromButton(words().explain[way], { explain: way, topic: marks.topic, step: marks.step }),
    askHuman: () => sayFromButton(words().human),
    showOverview: () => sayFromButton(words().overviewMessage),
    retry: (id) => {
      chat.retry(id)
      document.querySelector<HTMLElement>(`.message[data-key="${CSS.escape(id)}"]`)?.focus()
    },
    remove: (id) => {
      chat.remove(id)
      const next = box() ?? document.getElementById('log')
      next?.focus()
    },
    toggleMenu: () => toggleMenu(!chat.state().isMenuOpen),
    pressEscape: (event) => {
      if (event.key === 'Escape' && chat.state().isMenuOpen) toggleMenu(false)
    },
    goElsewhere: ({ target }) => {
      if (!chat.state().isMenuOpen || !(target instanceof Element)) return
      if (target.closest('#menu, #menu-button') === null) chat.toggleMenu(false)
    },
    choose: (settings) => {
      chat.choose(settings)
      const field = box()
      if (settings.textSize !== undefined && field !== null) grow(field)
      // The button that was pressed is gone; the box has come in its place.
      if (settings.answering === 'typing' && !chat.state().isMenuOpen) box()?.focus()
    },
    keep: (form) => {
      const at = chat.address()
      if (at !== undefined) sendForm(at, form)
    },
    erase: () => sayFromButton(words().eraseMessage),
  }
}

function grow(field: HTMLTextAreaElement): void {
  field.style.height = ''
  if (field.value === '') return
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`
}

/**
 * Asks for the conversation with an ordinary form, so that the browser opens or saves the answer by itself, and the token
 * stands in no address. At once, within the tap: later a browser would refuse to open a tab.
 */
function sendForm({ domain, conversationId, token }: Address, kind: 'page' | 'text'): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = `${domain}/conversations/${conversationId}/transcript`
  if (kind === 'page') form.target = '_blank'
  for (const [name, value] of Object.entries({ token, form: kind })) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
  form.remove()
}
