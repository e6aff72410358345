import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { serveMeasured } from './serve-measured.ts'

interface ExpressApp {
  listen(port: number, listening: () => void): Server
}

// offline-directline as its README mounts it, on the express that it brings itself.
const require = createRequire(import.meta.url)
const express: () => ExpressApp = createRequire(require.resolve('offline-directline'))('express')
const { initializeRoutes }: { initializeRoutes: (app: ExpressApp, port: number, botUrl: string) => void } =
  require('offline-directline')

const [botUrl = ''] = process.argv.slice(2)
const port = await findFreePort()
const app = express()
const listen = app.listen.bind(app)
app.listen = (wanted, listening) =>
  listen(wanted, () => {
    listening()
    serveMeasured(port)
  })
initializeRoutes(app, port, botUrl)

/** It cannot say which port it got, so it must be told one. */
async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  const found = typeof address === 'object' && address !== null ? address.port : 0
  await new Promise((resolve) => probe.close(resolve))
  return found
}
