import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isLane } from '../../domain/customers/lane.ts'
import { instantOf } from '../../domain/shared/time.ts'
import { simulatorSeed } from './partner-center/seed.ts'
import { switchChange } from './partner-center/switches.ts'
import { startPartnerCenterSimulator } from './partner-center-simulator.ts'

// One lane's simulated operator as a process of its own. Says on standard output, in one line of JSON, where it is.
const { values } = parseArgs({
  options: {
    lane: { type: 'string', default: 'global' },
    port: { type: 'string', default: '0' },
    /** A file with the seed. */
    seed: { type: 'string' },
    /** Some switches, as JSON. */
    switches: { type: 'string', default: '{}' },
    /** A file that keeps the operator's world from one start to the next. */
    state: { type: 'string' },
    /** End when standard input does: a parent that was killed takes its pipe along. */
    'with-parent': { type: 'boolean', default: false },
  },
})

if (values.lane === 'germany') throw new Error('the German cloud closed on 2021-10-29')
if (!isLane(values.lane)) throw new Error(`unknown lane ${values.lane}`)

const simulator = await startPartnerCenterSimulator({
  lane: values.lane,
  seed: simulatorSeed.parse(
    values.seed === undefined ? { customers: [] } : JSON.parse(readFileSync(values.seed, 'utf8')),
  ),
  port: Number(values.port),
  switches: switchChange.parse(JSON.parse(values.switches)),
  now: () => instantOf(Date.now()),
  newId: randomUUID,
  ...(values.state !== undefined && { file: values.state }),
})
process.stdout.write(`${JSON.stringify({ lane: simulator.lane, ...simulator.connection })}\n`)

const end = () => void simulator.close().then(() => process.exit())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
if (values['with-parent']) process.stdin.once('end', end).resume()
