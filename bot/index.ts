import { existsSync } from 'node:fs'
import { readConfig } from './config.ts'
import { startDemo } from './demo/start-demo.ts'
import { followNpm } from './follow-npm.ts'
import { startLive } from './start-live.ts'
import { whyNotStarted } from './why-not-started.ts'

let running: { stop(): Promise<void> } | null = null
let isStopping = false
const stop = () => {
  if (isStopping) return
  isStopping = true
  void (running?.stop() ?? Promise.resolve()).finally(() => process.exit())
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
followNpm(process.env, () => process.ppid, stop)

if (existsSync('.env')) process.loadEnvFile('.env')
try {
  const config = readConfig(process.env)
  running = await (config.mode === 'demo' ? startDemo(config, process.argv.slice(2)) : startLive(config))
} catch (fault) {
  process.stderr.write(`${whyNotStarted(fault, process.env['LOG_LEVEL'])}\n`)
  process.exit(1)
}
