/** The built app. Files under /assets/ carry a hash in their name and never change; everything else is asked for anew. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Hono } from 'hono'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}
const COMPRESSED_ALREADY = new Set(['.ico', '.png', '.woff2'])
const NOT_BUILT = 'Guyub: halaman belum dibangun. · The pages are not built yet: npm run build\n'

/** Plain names only: no dot at the front, no encoding, nothing that leads out of the folder. */
const PLAIN_PATH = /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/

/**
 * Somebody typed a path behind the address, or a chat program hung one there: they are led to the start, and the browser
 * takes their fragment along. Programs, and files that are gone, get their 404.
 */
const isStray = (path: string, accept: string): boolean =>
  accept.includes('text/html') && !/^\/(api|sync|assets)(\/|$)/.test(path)

type Encoding = 'br' | 'gzip' | 'identity'
type File = {
  mtimeMs: number
  etag: string
  bodies: Map<Encoding, Promise<Uint8Array>>
  plain: Uint8Array
}

/** @param folder The build's output; it may be rebuilt while the server runs. */
export function staticFiles(folder: string): Hono {
  const files = new Map<string, File>()

  const open = async (path: string): Promise<File | null> => {
    const info = await stat(join(folder, path)).catch(() => null)
    if (!info?.isFile()) return null
    const known = files.get(path)
    if (known?.mtimeMs === info.mtimeMs) return known
    const plain = await readFile(join(folder, path))
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    const file: File = { mtimeMs: info.mtimeMs, etag, bodies: new Map(), plain }
    files.set(path, file)
    return file
  }

  return new Hono().get('*', async (c) => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path
    const file = PLAIN_PATH.test(path) ? await open(path) : null
    if (!file) {
      if (path === '/index.html') return c.text(NOT_BUILT, 503)
      return isStray(path, c.req.header('Accept') ?? '') ? c.redirect('/') : c.text('404\n', 404)
    }

    const immutable = path.startsWith('/assets/')
    c.header('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('ETag', file.etag)
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('If-None-Match')?.includes(file.etag)) return c.body(null, 304)

    const extension = extname(path)
    const encoding = chooseEncoding(c.req.header('Accept-Encoding') ?? '', extension)
    if (encoding !== 'identity') c.header('Content-Encoding', encoding)
    c.header('Content-Type', TYPES[extension] ?? 'application/octet-stream')
    return c.body(new Uint8Array(await bodyOf(file, encoding)))
  })
}

function chooseEncoding(accepted: string, extension: string): Encoding {
  if (COMPRESSED_ALREADY.has(extension)) return 'identity'
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

/** Compressed once, when first asked for: phones pay for every kilobyte. */
function bodyOf(file: File, encoding: Encoding): Promise<Uint8Array> {
  const known = file.bodies.get(encoding)
  if (known) return known
  const body = compress(file.plain, encoding)
  file.bodies.set(encoding, body)
  return body
}

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

async function compress(plain: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'gzip') return compressGzip(plain, { level: 9 })
  if (encoding === 'identity') return plain
  return compressBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
}
