import { parseArgs } from 'node:util'
import { simulateRequests } from './requests.ts'
import { simulate, type Simulated } from './year.ts'

// `npm run simulate`: a year of two thousand customers, day by day; `--seed 7 --customers 100 --days 90` another one.
// The same seed is the same year. Ends with 1 where a rule did not hold.
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    customers: { type: 'string', default: '2000' },
    days: { type: 'string', default: '365' },
  },
})
const [seed, customers, days] = [values.seed, values.customers, values.days].map(Number) as [number, number, number]
const began = performance.now()
console.log(`seed ${seed}: ${days} days of ${customers} customers`)
const year = simulate({ seed, customers, days })
tell('', year)
// Through desk and store, which the year’s own rules do without: fewer customers meet more often.
const requests = await simulateRequests({ seed, customers: Math.min(customers, 40), days })
tell('requests: ', requests)
const violations = [...year.violations, ...requests.violations]
for (const violation of violations) console.log(`BROKEN  ${violation}`)
const seconds = ((performance.now() - began) / 1_000).toFixed(1)
console.log(
  violations.length === 0
    ? `All rules held, in ${seconds} s.`
    : `Rules did not hold. Again: npm run simulate -- --seed ${seed} --customers ${customers} --days ${days}`,
)
if (violations.length > 0) process.exitCode = 1

function tell(about: string, { counts }: Simulated): void {
  for (const [what, count] of Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(count).padStart(9)}  ${about}${what}`)
}
