import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where a chat keeps what people send, on loopback. */
export interface FileHost {
  /** The address of a file from now on. */
  hold(name: string, text: string): string
  /** An address that takes one file; `status`: what it answers. */
  take(name: string, status?: number): string
  /** What was put, in order. */
  readonly put: readonly { readonly path: string; readonly headers: IncomingHttpHeaders; readonly text: string }[]
  /** The paths that were asked for. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

export async function openFileHost(): Promise<FileHost> {
  const files = new Map<string, string>()
  const asked: string[] = []
  const takes = new Map<string, number>()
  const put: { path: string; headers: IncomingHttpHeaders; text: string }[] = []
  const server = createServer((req, res) => {
    const path = req.url ?? ''
    if (req.method === 'PUT') {
      const chunks: Buffer[] = []
      req.on('data', (chunk: Buffer) => chunks.push(chunk))
      req.on('end', () => {
        put.push({ path, headers: req.headers, text: Buffer.concat(chunks).toString('utf8') })
        res.writeHead(takes.get(path) ?? 404)
        res.end()
      })
      return
    }
    asked.push(path)
    const text = files.get(path)
    res.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/octet-stream' })
    res.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    asked,
    put,
    take(name, status = 201) {
      const path = `/upload/${encodeURIComponent(name)}`
      takes.set(path, status)
      return `${origin}${path}`
    },
    hold(name, text) {
      const path = `/${encodeURIComponent(name)}`
      files.set(path, text)
      return `${origin}${path}`
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
