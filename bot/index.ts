import { existsSync } from 'node:fs'
import { FaultyConfig, readConfig } from './config.ts'
import { startDemo } from './demo/start-demo.ts'
import { plainFault } from './plain-fault.ts'
import { startLive } from './start-live.ts'

if (existsSync('.env')) process.loadEnvFile('.env')
try {
  const config = readConfig(process.env)
  const running = await (config.mode === 'demo' ? startDemo(config, process.argv.slice(2)) : startLive(config))
  const stop = () => void running.stop().then(() => process.exit())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
} catch (fault) {
  // A setting, a port, a lock, a damaged file: each says in a sentence what to do.
  const told =
    fault instanceof FaultyConfig || (fault instanceof Error && 'code' in fault) || process.env['LOG_LEVEL'] !== 'debug'
  process.stderr.write(`${told && fault instanceof Error ? plainFault(fault) : String((fault as Error).stack)}\n`)
  process.exit(1)
}
