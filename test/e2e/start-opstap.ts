import type { Socket } from 'node:net'
import { type App, type AppParts, createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'

/** The whole program, listening on a port of this machine. */
export interface RunningOpstap {
  app: App
  port: number
  /** Address without a slash at its end. */
  url: string
  /** How many sockets were opened so far. */
  countSockets(): number
  /** Cuts every open socket as a network that fails does: without a word. */
  dropSockets(): void
  stop(): Promise<void>
}

/**
 * Starts the program on a folder.
 * @param dataFolder where it keeps its data; start it again on the same folder to see what outlives it
 * @param options `port`: the one to listen on, any free one when left out; `environment`: variables; `parts`: a clock of our own
 */
export async function startOpstap(
  dataFolder: string,
  options: { port?: number; environment?: Record<string, string>; parts?: AppParts } = {},
): Promise<RunningOpstap> {
  const config = readConfig({ DATA_DIR: dataFolder, LOG_LEVEL: 'silent', ...options.environment })
  const app = await createApp(config, options.parts)
  const sockets = new Set<Socket>()
  let opened = 0
  app.http.server.on('upgrade', (_request, socket: Socket) => {
    opened++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const { port } = await app.http.listen(options.port ?? 0, '127.0.0.1')
  return {
    app,
    port,
    url: `http://127.0.0.1:${port}`,
    countSockets: () => opened,
    dropSockets: () => {
      for (const socket of sockets) socket.destroy()
    },
    stop: () => app.close(),
  }
}
