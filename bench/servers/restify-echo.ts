import restify from 'restify'
import { serveMeasured } from './serve-measured.ts'

// JSON in, the same JSON out, as restify's own guide writes it: no store, no rules.
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/echo', (request, response, next) => {
  response.send(200, request.body)
  next()
})
server.listen(0, '127.0.0.1', () => serveMeasured(server.address().port))
