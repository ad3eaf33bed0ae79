import { createInterface } from 'node:readline'
import { useFakeTimers } from 'sinon'

// Loaded before a process begins: its clock goes on as any does, and jumps ahead by as many ms as a line of its input
// says, and then says so. What fell due meanwhile happens then, each once, as after a laptop's sleep. `CLOCK_AHEAD_MS`: how far another
// process like it was moved before.
const clock = useFakeTimers({
  now: Date.now() + Number(process.env['CLOCK_AHEAD_MS'] ?? 0),
  shouldAdvanceTime: true,
  toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
})
createInterface({ input: process.stdin }).on('line', (ms) => {
  clock.jump(Number(ms))
  process.stdout.write('moved\n')
})
