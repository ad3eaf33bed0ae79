import { acknowledge } from './acknowledged.ts'
import { pressAcross } from './across.ts'
import type { Spread } from './spread.ts'

const rounded = (of: Spread) =>
  Object.fromEntries(Object.entries(of).map(([key, ms]) => [key, Math.round(ms * 10) / 10]))

console.log('a signed slash command until it is acknowledged, ms, at 100 a second')
const rows = await acknowledge()
console.table(rows.map(({ name, ms, failed }) => ({ name, ...rounded(ms), failed })))
const [desk, bare] = rows
if (desk && bare) console.log(`desk against bolt at p99: ${(desk.ms.p99 / bare.ms.p99).toFixed(2)}`)

console.log('a press in one chat until the card in the other shows it, ms, with 50 open cases')
const { inSlack, inTeams } = await pressAcross()
console.table([
  { name: 'pressed in Teams, shown in Slack', ...rounded(inSlack) },
  { name: 'pressed in Slack, shown in Teams', ...rounded(inTeams) },
])
