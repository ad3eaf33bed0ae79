import { chmod, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { OpenDesk } from '../open-desk.ts'
import { runCommand } from './commands.ts'
import type { Session } from './session.ts'

/** What travels between a console and a running desk: lines of JSON. */
const toDesk = z.union([
  z.object({
    run: z.array(z.string()),
    user: z.string().max(100),
    file: z.object({ name: z.string(), base64: z.string() }).nullable(),
  }),
  z.object({ answer: z.string().nullable() }),
])
export const toConsole = z.union([
  z.object({ print: z.string() }),
  z.object({ ask: z.string() }),
  z.object({ save: z.string() }),
  z.object({ exit: z.number() }),
])

/** Where the desk of a data folder listens for its console. */
export function socketIn(folder: string): string {
  return join(folder, 'console.sock')
}

/** Lets commands of the same machine's owner reach the running desk: one process owns the files. */
export async function openConsole(folder: string, open: OpenDesk): Promise<{ close(): Promise<void> }> {
  const path = socketIn(folder)
  // The folder is locked by this process: a socket that is still there belongs to nobody.
  await rm(path, { force: true })
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    void serve(socket, open)
  })
  const before = process.umask(0o177)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, resolve)
    })
  } finally {
    process.umask(before)
  }
  await chmod(path, 0o600)
  return {
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function serve(socket: Socket, open: OpenDesk): Promise<void> {
  const send = (message: z.infer<typeof toConsole>) => socket.write(`${JSON.stringify(message)}\n`)
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    return done === true ? null : understood(value)
  }
  try {
    const asked = await next()
    if (!asked) return
    if (!('run' in asked)) throw new Error(unreadable)
    const session: Session = {
      user: asked.user,
      file: asked.file && { name: asked.file.name, bytes: Buffer.from(asked.file.base64, 'base64') },
      print: (line) => void send({ print: line }),
      save: async (text) => void send({ save: text }),
      async ask(question) {
        send({ ask: question })
        const answered = await next()
        return answered && 'answer' in answered ? answered.answer : null
      },
    }
    send({ exit: await runCommand(asked.run, session, open) })
  } catch (fault) {
    send({ print: fault instanceof Error ? fault.message : 'something went wrong' })
    send({ exit: 1 })
  } finally {
    socket.end()
  }
}

const unreadable = 'The desk cannot read what this console says.'

function understood(line: string): z.infer<typeof toDesk> {
  try {
    return toDesk.parse(JSON.parse(line))
  } catch {
    throw new Error(unreadable)
  }
}
