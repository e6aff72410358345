import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import restify from 'restify'
import { serveMeasured } from './serve-measured.ts'

// The echo bot of Microsoft's samples (samples/javascript_nodejs/02.echo-bot), without credentials: it checks no token.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const bot = new ActivityHandler()
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`)
  await next()
})

const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', (request, response, next) => {
  const { body, headers } = request
  adapter.process({ body, headers, method: 'POST' }, response, (context) => bot.run(context)).then(() => next(), next)
})
server.listen(0, '127.0.0.1', () => serveMeasured(server.address().port))
