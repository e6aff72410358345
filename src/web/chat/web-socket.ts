import type { OpenSocket } from './stream.ts'

/** Opens a WebSocket of the browser. One that may not be opened at all counts as one that closes at once. */
export const openWebSocket: OpenSocket = (url, on) => {
  try {
    const socket = new WebSocket(url)
    socket.onopen = on.open
    socket.onmessage = (event) => on.text(String(event.data))
    socket.onclose = on.close
    return () => socket.close()
  } catch {
    // An address the browser refuses, such as ws: on an https: page.
    setTimeout(on.close)
    return () => {}
  }
}
