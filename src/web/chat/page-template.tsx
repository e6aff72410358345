import { createChatState } from './chat-state.ts'
import { renderMarkup } from './render-markup.ts'
import { defaultSettings } from './session-memory.ts'
import { type Language, strings } from './strings.ts'
import { HelpBar } from './view/help-bar.tsx'
import { Page } from './view/page.tsx'
import type { PageActions } from './view/page-actions.ts'

/** Icon of the page: three steps up. In the page itself, so that no request is needed for it. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230f5e59'/%3E%3Cpath d='M6 25h7v-6h6v-6h7' fill='none' stroke='%23fff' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E"

/**
 * Writes the page in every language it has, each in a file of its own.
 * @param files the script and the style sheet themselves
 * @throws Error as {@link renderPageTemplate} does
 */
export function renderPageTemplates(files: { script: string; css: string }): { fileName: string; source: string }[] {
  return [
    { fileName: 'chat.html', source: renderPageTemplate(files, 'nl') },
    { fileName: 'chat.en.html', source: renderPageTemplate(files, 'en') },
  ]
}

/**
 * Writes the page as a template that the server fills in: its parts between `<!--each:name-->` and `<!--end-->` are
 * repeated, and `{{word}}` is replaced (see `http/chat-page.ts`).
 * @throws Error when the script holds what would end its element or look like a mark of the template
 */
function renderPageTemplate(files: { script: string; css: string }, language: Language): string {
  if (/<\/script|<!--|\{\{/i.test(files.script)) throw new Error('The script of the page cannot stand inside it')
  const help = [{ label: '{{label}}', url: '{{url}}' }]
  const words = strings[language]
  const start = { language, greeting: { texts: ['{{text}}'], buttons: ['{{label}}'] }, help }
  const state = createChatState(start, { outbox: [], settings: defaultSettings, isResuming: false })
  const page = repeat(
    repeat(repeat(renderMarkup(<Page state={state} act={noActions} />), 'message', 'greeting'), 'replies', 'buttons'),
    'help',
    'help',
  )
  const noScript = repeat(renderMarkup(<HelpBar words={words} links={help} isInCrisis={false} />), 'help', 'help')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${words.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon}">
<style>${files.css}</style>
</head>
<body>
<noscript><div class="no-script"><p>${words.noScript}</p>${noScript}</div></noscript>
<div id="app">${page}</div>
<script type="application/json" id="start">{{start}}</script>
<script type="module">${files.script}</script>
</body>
</html>
`
}

/**
 * Marks the list item that is repeated: the first one inside or at the element with this class.
 * @throws Error when there is none, so that a change of the markup cannot silently lose the greeting or a number
 */
function repeat(html: string, className: string, name: string): string {
  const at = html.indexOf(`class="${className}"`)
  const from = className === 'message' ? html.lastIndexOf('<li', at) : html.indexOf('<li', at)
  const to = html.indexOf('</li>', from) + '</li>'.length
  if (at < 0 || from < 0 || to <= from) throw new Error(`The page has no list item for ${name}`)
  return `${html.slice(0, from)}<!--each:${name}-->${html.slice(from, to)}<!--end-->${html.slice(to)}`
}

const nothing = () => {}

// Handlers leave no trace in markup.
const noActions: PageActions = {
  submit: nothing,
  type: nothing,
  pressKey: nothing,
  holdFocus: nothing,
  chooseReply: nothing,
  explain: nothing,
  askHuman: nothing,
  showOverview: nothing,
  retry: nothing,
  remove: nothing,
  toggleMenu: nothing,
  choose: nothing,
  keep: nothing,
  erase: nothing,
}
