import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Log } from '../log.ts'
import { errorResponse, refuseUpgrade, type Upgrade } from './route.ts'

/**
 * Hands WebSocket upgrades to whoever takes them; what nobody takes is answered with 404.
 * @param server the server that gets them
 * @param upgrades asked in this order
 * @param log hears when one of them throws
 * @returns a way to end all connections that were taken over
 */
export function addUpgrades(server: Server, upgrades: Upgrade[], log: Log): { destroy(): void } {
  const open = new Set<Duplex>()
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // First of all: a client that resets while it is being refused would otherwise end the process.
    socket.on('error', () => socket.destroy())
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    try {
      if (upgrades.some((upgrade) => upgrade(request, socket, head))) return
    } catch (error) {
      log.error('An upgrade failed.', error)
      refuseUpgrade(socket, errorResponse(500, 'ServiceError', 'Something went wrong here. Try again.'))
      return
    }
    refuseUpgrade(socket, errorResponse(404, 'NotFound', 'There is no stream at this address.'))
  })
  return {
    destroy: () => {
      for (const socket of open) socket.destroy()
    },
  }
}
