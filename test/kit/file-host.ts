import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where a chat keeps what people send, on loopback. */
export interface FileHost {
  /** The address of a file from now on. */
  hold(name: string, text: string): string
  /** The paths that were asked for. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

export async function openFileHost(): Promise<FileHost> {
  const files = new Map<string, string>()
  const asked: string[] = []
  const server = createServer((req, res) => {
    const path = req.url ?? ''
    asked.push(path)
    const text = files.get(path)
    res.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/octet-stream' })
    res.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    asked,
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
