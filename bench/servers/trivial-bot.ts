import { Agent, createServer, request as send } from 'node:http'
import { serveMeasured } from './serve-measured.ts'

// The bot behind offline-directline: answers every message with its own text, and costs as little as it can.
const agent = new Agent({ keepAlive: true })
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const activity = JSON.parse(body)
    if (activity.type !== 'message') return response.end()
    const { serviceUrl, conversation, id, text } = activity
    const reply = JSON.stringify({ type: 'message', text: `Echo: ${text}`, replyToId: id, conversation })
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(reply) }
    const path = `${serviceUrl}/v3/conversations/${conversation.id}/activities`
    send(path, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => response.end())
    }).end(reply)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  serveMeasured(typeof address === 'object' && address !== null ? address.port : 0)
})
