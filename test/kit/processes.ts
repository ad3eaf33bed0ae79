import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }

/** A program of ours in a process of its own, as its users run it. */
export interface Running {
  readonly pid: number
  /** The first line of its output that matched. */
  readonly said: RegExpExecArray
  /** Every line of its output so far. */
  readonly heard: readonly string[]
  /** Writes a line to its input, and waits until it says that it took it. */
  hear(line: string, until: RegExp): Promise<void>
  /** Ends it and waits for its end; SIGKILL leaves it no time for anything. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>
}

/** Those of Node that `npm start` gives. */
export const flags = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'))
const root = new URL('../../', import.meta.url)
const patienceMs = 150_000

const children = new Set<ChildProcess>()

/** Ends whatever a test left running; also after one that failed halfway. */
export async function endAll(): Promise<void> {
  await Promise.all([...children].map((child) => end(child, 'SIGKILL')))
}

/** Starts a script of the project and waits for a line; rejects with what it said when it ends before. */
export function startScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  until: RegExp,
): Promise<Running> {
  const child = spawn(process.execPath, [...flags, script, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return new Promise((resolve, reject) => {
    const heard: string[] = []
    const waiting = new Set<(line: string) => void>()
    const hear: Running['hear'] = async (words, said) => {
      child.stdin.write(`${words}\n`)
      await new Promise<void>((taken) => {
        const listen = (line: string) => {
          if (!said.test(line)) return
          waiting.delete(listen)
          taken()
        }
        waiting.add(listen)
      })
    }
    const fail = (why: string) => reject(new Error(`${script} ${why}:\n${heard.join('\n')}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail('did not start in time')
    }, patienceMs)
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with ${code}`)
    })
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        heard.push(line)
        for (const listen of waiting) listen(line)
        const said = until.exec(line)
        if (!said) return
        clearTimeout(timer)
        resolve({ pid: child.pid ?? 0, said, heard, hear, end: (signal) => end(child, signal) })
      })
    }
  })
}

/** Runs a script to its end and gives back what it said. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, [...flags, script, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

/** Waits until something is so; rejects when it never is. */
export async function eventually(isSo: () => Promise<boolean>, withinMs = patienceMs): Promise<void> {
  for (const giveUp = Date.now() + withinMs; Date.now() < giveUp;) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it never came to be')
}

/** The processes a process has started and that run still. */
export async function childrenOf(pid: number): Promise<readonly number[]> {
  return (await processes()).filter(({ parent }) => parent === pid).map(({ own }) => own)
}

/** Whether a process runs; one that has ended and that nobody has asked about does not. */
export async function runs(pid: number): Promise<boolean> {
  return (await processes()).some(({ own }) => own === pid)
}

interface Listed {
  readonly own: number
  readonly parent: number
}

/** All of this machine, but for those that have ended: as Linux lists them, elsewhere as `ps` does. */
async function processes(): Promise<readonly Listed[]> {
  const lines = existsSync('/proc/self/stat') ? await ofLinux() : await ofPs()
  return lines.flatMap(([own = '', parent = '', state = 'Z']) =>
    state.startsWith('Z') ? [] : [{ own: Number(own), parent: Number(parent) }],
  )
}

async function ofLinux(): Promise<readonly string[][]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')))
  // The name in brackets may hold anything, brackets and spaces included.
  return stats.filter(Boolean).map((stat) => {
    const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [stat.split(' ')[0] ?? '', parent, state]
  })
}

async function ofPs(): Promise<readonly string[][]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat='])
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
}
