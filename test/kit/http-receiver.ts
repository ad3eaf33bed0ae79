import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string } | 'silence'

/** Somebody else's web service on loopback: keeps what it is sent, and answers as told. */
export interface HttpReceiver {
  readonly url: string
  readonly received: readonly ReceivedRequest[]
  /** How it answers from now on; 204 until told. */
  answers: Answer
  close(): Promise<void>
}

export async function openHttpReceiver(): Promise<HttpReceiver> {
  const received: ReceivedRequest[] = []
  const server = createServer((req, res) => {
    void text(req).then((body) => {
      received.push({ method: req.method ?? '', path: req.url ?? '', headers: req.headers, body })
      const { answers } = receiver
      if (answers === 'silence') return
      res.writeHead(answers.status, answers.headers)
      res.end(answers.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: HttpReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers: { status: 204 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}
