import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Playground {
  readonly url: string
  close(): Promise<void>
}

/** The Playground's own choice; a desk on another port has one beside it, so that two demos do not meet. */
const usualPort = 56150
const startWithinMs = 60_000

/**
 * Starts Microsoft's own local Teams client beside the desk, on this machine only and without telemetry; null where
 * it is not installed. It ends with the desk, also when the desk is killed. Its port is the one beside the desk's; where
 * that is taken, any other if nobody chose the desk's own either, else it rejects with `EADDRINUSE` before anything is
 * started: whoever has the port would be taken for it.
 */
export async function startPlayground({
  port,
  anyPort,
  folder,
}: {
  /** The desk's own. */
  readonly port: number
  /** Nobody chose the desk's port. */
  readonly anyPort: boolean
  readonly folder: string
}): Promise<Playground | null> {
  const cli = playgroundCli()
  if (cli === null) return null
  const own = await freePort(portBeside(port)).catch((taken: unknown) => {
    if (anyPort) return freePort(0)
    throw taken
  })
  const log = join(folder, 'playground.log')
  const child = spawn(
    process.execPath,
    [
      '--import',
      fileURLToPath(new URL('./playground-preload.ts', import.meta.url)),
      cli,
      ...[
        'start',
        '-e',
        `http://127.0.0.1:${port}/api/messages`,
        '-c',
        'msteams',
        '-p',
        String(own),
        '--disable-telemetry',
      ],
    ],
    {
      // The preload ends the child when this pipe does, and the kernel ends the pipe when we are killed.
      stdio: ['pipe', 'ignore', 'ignore'],
      env: {
        ...process.env,
        // Facts: without these it opens a browser, calls out, and writes into the working folder.
        TEAMSAPPTESTER_BROWSER: 'none',
        APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
        M365_AGENTS_PLAYGROUND_LOGFILE: log,
      },
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${own}`
  const close = async () => {
    child.kill()
    await ended
  }
  const up = await Promise.race([answers(url), ended.then(() => false)])
  if (!up) {
    await close()
    throw new Error(
      `The local Teams client did not start on port ${own}; ${log} may say why. ` +
        'To begin without it: npm start -- --no-playground',
    )
  }
  return { url, close }
}

function portBeside(port: number): number {
  if (port === 3978) return usualPort
  return port < 65_535 ? port + 1 : port - 1
}

/** The port itself, or any for 0; rejects with `EADDRINUSE` where somebody has it. */
async function freePort(port: number): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, '127.0.0.1', resolve))
  const { port: free } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return free
}

function playgroundCli(): string | null {
  try {
    return join(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json'), '..', 'cli.js')
  } catch {
    return null
  }
}

/** Whether it answered in time. */
async function answers(url: string): Promise<boolean> {
  const giveUp = Date.now() + startWithinMs
  while (Date.now() < giveUp) {
    const up = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
