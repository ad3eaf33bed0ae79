import type { IncomingMessage } from 'node:http'

/** The request's body cannot be used; `status` is what the machine at the other end should hear. */
export class UnreadableBody extends Error {
  readonly status: number

  constructor(status: number, reason: string) {
    super(reason)
    this.status = status
  }
}

/**
 * The raw bytes of a request body of at most `limit` bytes. Compressed bodies are refused: restify's own parser
 * counts compressed bytes, which lets 48 KB become 50 MB. Throws {@link UnreadableBody}.
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const encoding = req.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') throw new UnreadableBody(415, `content-encoding ${encoding}`)
  if (Number(req.headers['content-length'] ?? 0) > limit) throw new UnreadableBody(413, 'body too large')
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    // Its sender hung up; nobody is left to hear of it, and nothing of ours failed.
    req.on('error', () => reject(new UnreadableBody(400, 'body cut off')))
    req.on('end', () => resolve(Buffer.concat(chunks)))
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return void chunks.push(chunk)
      // Paused, not destroyed: the caller still wants its 413.
      req.removeAllListeners('data').pause()
      reject(new UnreadableBody(413, 'body too large'))
    })
  })
}

/**
 * The body as a JSON object (not an array, not a bare value), only where it is said to be JSON: a page in a browser
 * cannot say that to another origin without asking first. Throws {@link UnreadableBody}.
 */
export async function readJsonObject(req: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  const type = req.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new UnreadableBody(415, `content-type ${type}`)
  const bytes = await readBody(req, limit)
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return parsed as Record<string, unknown>
  } catch {
    // Falls through: malformed UTF-8, malformed JSON and a JSON value of the wrong kind get one answer.
  }
  throw new UnreadableBody(400, 'body is not a JSON object')
}
