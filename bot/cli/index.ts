import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { userInfo } from 'node:os'
import { createInterface } from 'node:readline'
import { createInterface as createPrompt } from 'node:readline/promises'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { demoFolder } from '../demo/demo-folder.ts'
import { openDesk } from '../open-desk.ts'
import { whyNotStarted } from '../why-not-started.ts'
import { runCommand, usage } from './commands.ts'
import { desklessOf } from './deskless-commands.ts'
import { socketIn, toConsole } from './console-door.ts'
import { namedFile } from './named-file.ts'
import { writeOut } from './out-file.ts'
import { printable } from './printable.ts'
import type { Session } from './session.ts'

/** `npm run desk -- …`: to the running desk where there is one, else by opening the store itself. */
async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words[0] === 'help') {
    console.log(usage)
    return 0
  }
  if (existsSync('.env')) process.loadEnvFile('.env')
  const user = userInfo().username
  const deskless = desklessOf(words)
  if (deskless) {
    const here = { user, file: await namedFile(words), print, save: saving(words), ask: askHere }
    return deskless.command(deskless.args, here, process.env)
  }
  const config = readConfig(process.env)
  const folder = config.dataFolder ?? demoFolder
  const file = await namedFile(words)
  const viaDesk = await throughDesk(socketIn(folder), words, user, file)
  if (viaDesk !== null) return viaDesk
  if (config.mode === 'demo' && config.dataFolder === null) {
    console.log('No demo is running. Start it with: npm start')
    return 1
  }
  const open = await openDesk(config, { folder, log: pino({ level: 'silent' }) })
  try {
    const session: Session = { user, file, print, save: saving(words), ask: askHere }
    return await runCommand(words, session, open)
  } finally {
    await open.close()
  }
}

/** Runs the words in the desk that listens; null when none does. */
function throughDesk(
  path: string,
  run: readonly string[],
  user: string,
  file: Session['file'],
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'ENOENT' || fault.code === 'ECONNREFUSED'
        ? resolve(null)
        : reject(new Error(whyNotStarted(fault, process.env['LOG_LEVEL']), { cause: fault })),
    )
    const send = (message: object) => socket.write(`${JSON.stringify(message)}\n`)
    socket.once('connect', () =>
      send({ run, user, file: file && { name: file.name, base64: Buffer.from(file.bytes).toString('base64') } }),
    )
    let exit: number | null = null
    let saved: Promise<unknown> = Promise.resolve()
    const lines = createInterface({ input: socket })
    // The socket's own listener answers; but an interface that nobody listens to throws the same error again.
    lines.on('error', () => undefined)
    lines.on('line', (line) => {
      const said = toConsole.parse(JSON.parse(line))
      if ('print' in said) print(said.print)
      else if ('exit' in said) exit = said.exit
      else if ('save' in said) {
        saved = saving(run)(said.save)
        // It is waited for at the end.
        saved.catch(() => undefined)
      } else void askHere(said.ask).then((answer) => send({ answer }))
    })
    lines.on('close', () => void saved.then(() => resolve(exit ?? 1), reject))
  })
}

/** Writes what a command made into the file that these words name. */
function saving(words: readonly string[]): Session['save'] {
  return async (text) => print(`Written: ${await writeOut(words, text)}`)
}

/** Whoever speaks, this process or the desk that runs: here a line reaches the terminal. */
function print(line: string): void {
  console.log(printable(line))
}

async function askHere(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  const prompt = createPrompt({ input: process.stdin, output: process.stdout })
  try {
    return await prompt.question(printable(question))
  } finally {
    prompt.close()
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (fault) {
  // A setting, a file or a lock: a sentence says more than a stack.
  for (const line of String(fault instanceof Error ? fault.message : fault).split('\n')) console.error(printable(line))
  process.exitCode = 1
}
