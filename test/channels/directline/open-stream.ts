import WebSocket from 'ws'
import type { Activity } from '../../../src/turn/activity.ts'

/** A socket on a stream that keeps what comes. */
export interface OpenedStream {
  socket: WebSocket
  /** 101, or the status with which it was refused. */
  status: number
  frames: { text: string; isBinary: boolean }[]
  activities(): Activity[]
  /** Texts of the messages so far. */
  texts(): (string | undefined)[]
  /** Resolves when `isThere` holds after a frame; the test's own time limit ends a wait in vain. */
  until(isThere: () => boolean): Promise<void>
  /** Resolves with the code it was closed with. */
  closed: Promise<number>
}

/** Opens a stream, or is refused. */
export function openStream(url: string, headers: Record<string, string> = {}): Promise<OpenedStream> {
  const socket = new WebSocket(url, { headers })
  const frames: OpenedStream['frames'] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data, isBinary) => {
    frames.push({ text: String(data), isBinary })
    for (const look of waiting) look()
  })
  socket.on('error', () => {})
  const activities = (): Activity[] => frames.flatMap(({ text }) => JSON.parse(text).activities)
  const opened = {
    socket,
    frames,
    activities,
    texts: () => activities().map(({ text }) => text),
    until: (isThere: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (!isThere()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    closed: new Promise<number>((resolve) => socket.on('close', resolve)),
  }
  return new Promise((resolve) => {
    socket.on('open', () => resolve({ ...opened, status: 101 }))
    socket.on('unexpected-response', (request, response) => {
      resolve({ ...opened, status: response.statusCode ?? 0 })
      request.destroy()
    })
  })
}
