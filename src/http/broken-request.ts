import type { Duplex } from 'node:stream'

/**
 * Answers what Node could not read as a request at all.
 * @param error why, as Node's `clientError` event gives it
 * @param socket the connection; it ends with the answer
 */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  if (error.code === 'HPE_HEADER_OVERFLOW')
    endWith(socket, '431 Request Header Fields Too Large', 'Headers are too large.')
  else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT')
    endWith(socket, '408 Request Timeout', 'The request came too slowly.')
  else endWith(socket, '400 Bad Request', 'This is not an HTTP request.')
}

function endWith(socket: Duplex, status: string, message: string): void {
  const body = JSON.stringify({ error: { code: 'BadSyntax', message } })
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
