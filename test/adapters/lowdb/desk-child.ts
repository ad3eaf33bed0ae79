import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A desk in another process. */
export interface DeskChild {
  readonly pid: number
  /** What it says, line by line; ends with the process. */
  readonly lines: AsyncIterator<string, undefined>
  /** Ends it as the kernel would, without a chance to tidy up; resolves with what it still had said. */
  kill(): Promise<readonly string[]>
}

/** Starts desks in processes of their own; none outlives the suite. */
export function deskChildren(): (...task: readonly string[]) => DeskChild {
  const started: ChildProcess[] = []
  after(() => {
    for (const child of started) child.kill('SIGKILL')
  })
  return (...task) => {
    const script = fileURLToPath(new URL('desk-process.ts', import.meta.url))
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...task], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    started.push(child)
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
    return {
      pid: child.pid ?? 0,
      lines,
      async kill() {
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        const rest = await Array.fromAsync({ [Symbol.asyncIterator]: () => lines })
        await ended
        return rest
      },
    }
  }
}
