import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { toConsole } from '../../../bot/cli/console-door.ts'

/** Somebody at the other end of the desk's socket. */
export interface AConsole {
  /** Sends a line as it is. */
  line(text: string): void
  send(message: object): void
  /** What the desk says next: `print …`, `ask …`, `exit …`; null once it has hung up. */
  next(): Promise<string | null>
  /** Everything until the desk hangs up. */
  rest(): Promise<readonly string[]>
  /** Goes away without a word. */
  hangUp(): void
}

export async function aConsole(path: string): Promise<AConsole> {
  const socket = connect(path)
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  socket.on('error', () => undefined)
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    if (done === true) return null
    const [what = '', said = ''] = Object.entries(toConsole.parse(JSON.parse(value)))[0] ?? []
    return `${what} ${said}`
  }
  return {
    line: (text) => void socket.write(`${text}\n`),
    send: (message) => void socket.write(`${JSON.stringify(message)}\n`),
    next,
    async rest() {
      const all: string[] = []
      for (let said = await next(); said !== null; said = await next()) all.push(said)
      return all
    },
    hangUp: () => void socket.destroy(),
  }
}
