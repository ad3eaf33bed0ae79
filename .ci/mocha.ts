// Runs all specs in two mochas side by side. Journeys wait for processes and clocks most of the time, all others for the
// processor: together they take little more than the longer of the two.
import { spawn } from 'node:child_process'

const journeys = 'test/journeys/**'
const others = 'test/!(journeys)/**'

/** Ends with mocha's own code; what it said is given back where nobody hears it at once. */
function mocha(ignored: string, heard: 'at once' | 'at the end'): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['node_modules/mocha/bin/mocha.js', '--ignore', ignored], {
    stdio: ['ignore', heard === 'at once' ? 'inherit' : 'pipe', heard === 'at once' ? 'inherit' : 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

const [first, second] = await Promise.all([mocha(journeys, 'at once'), mocha(others, 'at the end')])
process.stdout.write(second.said)
process.exitCode = Math.max(first.code, second.code)
