import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { chooseEncoding, type Encoding } from './choose-encoding.ts'
import { errorResponse, type HttpResponse, type Route } from './route.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

const suffixes: Record<Encoding, string> = { br: '.br', gzip: '.gz', identity: '' }

/**
 * Serves `assets/` of the built pages at `/assets/:file`. All files are read once, at start, so a name can only ever
 * select one of them: no request reaches the disk. Each name holds a hash of the contents, so browsers keep them a year.
 * Files of a type that is not known here are left out, and so are source maps.
 * @param options `builtFolder`: what `vite build` made, `dist/web`
 * @returns the route; it knows no file when no page needed one beside itself
 */
export function createStaticFiles(options: { builtFolder: string }): Route {
  const folder = join(options.builtFolder, 'assets')
  const names = new Set(existsSync(folder) ? readdirSync(folder) : [])
  const files = new Map<string, { type: string; contents: Map<Encoding, Uint8Array> }>()
  for (const name of names) {
    const type = types[extname(name)]
    if (type === undefined) continue
    const contents = new Map<Encoding, Uint8Array>()
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      if (names.has(name + suffixes[encoding]))
        contents.set(encoding, readFileSync(join(folder, name + suffixes[encoding])))
    }
    files.set(name, { type, contents })
  }

  return {
    method: 'GET',
    path: '/assets/:file',
    handle: (request): HttpResponse => {
      const file = files.get(request.params.file ?? '')
      if (file === undefined)
        return errorResponse(404, 'NotFound', 'There is no such file.', { 'Cache-Control': 'no-store' })
      const encoding = chooseEncoding(request.headers['accept-encoding'], [...file.contents.keys()])
      const body = file.contents.get(encoding)
      if (body === undefined)
        return errorResponse(500, 'ServiceError', 'A built file is incomplete: run the build again.')
      return {
        status: 200,
        body,
        headers: {
          'Content-Type': file.type,
          'Cache-Control': 'public, max-age=31536000, immutable',
          Vary: 'Accept-Encoding',
          'X-Content-Type-Options': 'nosniff',
          ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
        },
      }
    },
  }
}
