import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Reads the ready bundle of Microsoft's Web Chat, `dist/webchat.js`. */
export function readWebChatBundle(): Buffer {
  const library = createRequire(import.meta.url).resolve('botframework-webchat')
  return readFileSync(join(dirname(library), '..', 'dist', 'webchat.js'))
}

/**
 * A page of an organisation that uses Web Chat: it gets a token from Opstap, keeps it for a reload and draws Web Chat.
 * The address of Opstap stands in its query as `opstap`; without it, Opstap is where the page is.
 */
export const webChatPage = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Web Chat</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>html, body, #webchat { height: 100%; margin: 0 }</style>
</head>
<body>
<div id="webchat" role="main"></div>
<script src="/webchat.js"></script>
<script>
  (async () => {
    const opstap = new URLSearchParams(location.search).get('opstap') ?? ''
    const key = 'conversation'
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    const granted = kept ?? (await (await fetch(opstap + '/api/chat/token', { method: 'POST' })).json())
    const directLine = WebChat.createDirectLine({
      domain: new URL(opstap + '/v3/directline', location.href).href,
      token: granted.token,
      ...(kept === null ? {} : { conversationId: kept.conversationId }),
    })
    addEventListener('pagehide', () => {
      const { token, conversationId } = directLine
      sessionStorage.setItem(key, JSON.stringify({ token, conversationId }))
    })
    WebChat.renderWebChat({ directLine, locale: 'nl-NL' }, document.getElementById('webchat'))
  })()
</script>
</body>
</html>
`

/**
 * Serves the page on an origin of its own.
 * @returns its origin, and a function that stops it
 */
export async function startWebChatPage(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const bundle = readWebChatBundle()
  const server = createServer((request, response) => {
    const isBundle = request.url === '/webchat.js'
    response.setHeader('Content-Type', isBundle ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
    response.end(isBundle ? bundle : webChatPage)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
