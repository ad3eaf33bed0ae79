import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Playground {
  readonly url: string
  close(): Promise<void>
}

const usualPort = 56150
const startWithinMs = 20_000

/**
 * Starts Microsoft's own local Teams client beside the desk, on this machine only and without telemetry; null where
 * it is not installed. It ends with the desk, also when the desk is killed.
 */
export async function startPlayground({
  port,
  folder,
}: {
  readonly port: number
  readonly folder: string
}): Promise<Playground | null> {
  const cli = playgroundCli()
  if (cli === null) return null
  const own = port === 3978 ? usualPort : port + 1
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
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
      },
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${own}`
  await Promise.race([
    answers(url),
    ended.then(() => Promise.reject(new Error(`the local Teams client could not start on port ${own}`))),
  ])
  return {
    url,
    async close() {
      child.kill()
      await ended
    },
  }
}

function playgroundCli(): string | null {
  try {
    return join(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json'), '..', 'cli.js')
  } catch {
    return null
  }
}

async function answers(url: string): Promise<void> {
  const giveUp = Date.now() + startWithinMs
  while (Date.now() < giveUp) {
    const up = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the local Teams client did not answer')
}
