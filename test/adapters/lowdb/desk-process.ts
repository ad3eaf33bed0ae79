// A desk in a process of its own: `hold` opens the store and says so; `commit` then commits until it is killed and
// says each number once its commit was acknowledged. Ends by itself when its parent is gone, or after many commits.
import { openLowdbStore } from '../../../adapters/lowdb/lowdb-store.ts'
import { draft, minute, promise, saveStaff } from '../../contracts/desk-store.samples.ts'
import { now } from './folders.ts'

const most = 20_000
const atOnce = 4
const [task, folder = '', from = '0'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

process.stdin.on('end', () => process.exit(3)).resume()

const store = await openLowdbStore(folder, { now, pageSize: 20 }).catch((fault: unknown) => {
  say(String(fault))
  process.exit(4)
})
say('open')

if (task === 'commit') {
  let next = Number(from)
  const worker = async () => {
    while (next < Number(from) + most) {
      const number = next++
      const name = `n-${number}`
      await store.commit({
        save: [saveStaff(name)],
        audit: [draft('staff.added', name), draft('staff.told', name)],
        outbox: [promise(name, minute(1))],
      })
      say(String(number))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  process.exit(0)
}
