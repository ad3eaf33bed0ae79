import { minorDigits } from '../../domain/shared/money.ts'
import { callsByOrder, type Call, type LadderBlock, type PlacedLadder } from './ladder-block.ts'
import type { PolicyFault } from './policy-faults.ts'

type Rung = LadderBlock[number]

const kept: ReadonlySet<Call> = new Set(['reminder', 'final notice'])

/**
 * What keeps a ladder from being read: rungs that are not climbed from mild to severe and from early to late, that ask
 * for what cannot be, or that another one always comes before.
 */
export function outOfOrder({ path, ladder }: PlacedLadder): readonly PolicyFault[] {
  const sent = ladder.flatMap((rung, at) =>
    rung['send by itself'] === true && !kept.has(rung['call for'])
      ? [
          {
            path: [...path, at, 'send by itself'],
            what: `is for reminders and final notices: a ${rung['call for']} is always asked of people`,
          },
        ]
      : [],
  )
  for (const [at, rung] of ladder.entries()) {
    const what = disorderAt(rung, ladder.slice(0, at))
    if (what !== null) return [...sent, { path: [...path, at], what: `(${rung['call for']}) ${what}` }]
  }
  return sent
}

/** What is wrong with a rung above these; null where nothing is. */
function disorderAt(rung: Rung, below: readonly Rung[]): string | null {
  const before = below.at(-1)
  const call = rung['call for']
  if (isEnding(rung) && !below.some((each) => each['call for'] === 'suspension'))
    return 'asks for the end of what was never suspended: put a suspension below it'
  if (!before) return null
  if (severity(rung) < severity(before))
    return `cannot follow ${before['call for']}: the ladder goes from mild to severe`
  if (rung['days past due'] <= before['days past due'])
    return `must come later than ${before['call for']}, after day ${before['days past due']}`
  // A reminder may be sent again; anything else that asks for no less than the same before it adds nothing.
  const same = below.findIndex((each) => each['call for'] === call && call !== 'reminder' && !asksLess(rung, each))
  return same === -1 ? null : `can never be reached: no. ${same + 1} calls for the same sooner, and asks for no more`
}

/** What nobody can have meant, though a desk can read it: rungs that are missing, and debts that would skip one. */
export function ladderFaults({ path, ladder }: PlacedLadder): readonly PolicyFault[] {
  const found: PolicyFault[] = []
  for (const [at, rung] of ladder.entries()) {
    const tell = (what: string) => found.push({ path: [...path, at], what: `(${rung['call for']}) ${what}` })
    const milder = ladder.slice(0, at).filter((each) => severity(each) < severity(rung))
    const nearest = milder.at(-1)?.['call for']
    if (rung['call for'] === 'suspension' && !milder.some((each) => each['call for'] === 'final notice')) {
      tell('has no final notice below it: nothing is suspended without one, so it would be asked for too late')
    }
    if (nearest === undefined) continue
    const skipped = skipping(
      rung,
      milder.filter((each) => each['call for'] === nearest),
    )
    if (skipped !== null) tell(`${skipped} the ${nearest}`)
  }
  return found
}

/** What may be meant so: currencies in which a rung is silent, and a notice that runs longer than its suspension waits. */
export function ladderRemarks(
  { path, ladder }: PlacedLadder,
  { 'final notice days': noticeDays }: { readonly 'final notice days': number },
): readonly PolicyFault[] {
  const named = new Set(ladder.flatMap(({ amounts = {} }) => Object.keys(amounts)))
  const notice = ladder.find((rung) => rung['call for'] === 'final notice')
  return ladder.flatMap((rung, at): readonly PolicyFault[] => {
    const call = rung['call for']
    const { amounts } = rung
    const silent = amounts === undefined ? [] : [...named].filter((currency) => amounts[currency] === undefined)
    const runs = notice && notice['days past due'] + noticeDays
    return [
      ...(silent.length === 0
        ? []
        : [
            {
              path: [...path, at],
              what: `(${call}) names no amount in ${silent.join(', ')}: debts in it never get there`,
            },
          ]),
      ...(call === 'suspension' && runs !== undefined && runs >= rung['days past due']
        ? [
            {
              path: [...path, at],
              what: `(${call}) holds from day ${rung['days past due']}, but a final notice of day ${String(
                notice?.['days past due'],
              )} runs until day ${runs}: nothing is suspended before day ${runs + 1}`,
            },
          ]
        : []),
    ]
  })
}

function severity(rung: Rung): number {
  return callsByOrder.indexOf(rung['call for'])
}

function isEnding(rung: Rung): boolean {
  return rung['call for'] === 'end at term' || rung['call for'] === 'cancellation'
}

/** Minor units from which a rung holds; for a currency that neither names, `null` stands in. */
function least({ amounts }: Rung, currency: string | null): number {
  if (amounts === undefined) return 0
  return (currency === null ? undefined : amounts[currency]) ?? Infinity
}

function currenciesOf(rungs: readonly Rung[]): readonly (string | null)[] {
  return [...new Set(rungs.flatMap(({ amounts = {} }) => Object.keys(amounts))), null]
}

/** Whether there is a debt that reaches the one and not the other. */
function asksLess(rung: Rung, other: Rung): boolean {
  const fewer = (rung.invoices ?? 1) < (other.invoices ?? 1)
  return fewer || currenciesOf([rung, other]).some((currency) => least(rung, currency) < least(other, currency))
}

/** The debts that reach a rung and none of the milder ones, up to what they skip; null where there are none. */
function skipping(rung: Rung, milder: readonly Rung[]): string | null {
  for (const currency of currenciesOf([rung, ...milder])) {
    const own = least(rung, currency)
    if (own === Infinity) continue
    const reached = milder.filter((each) => least(each, currency) <= own)
    if (reached.length === 0) {
      const lowest = Math.min(...milder.map((each) => least(each, currency)))
      if (currency === null) return 'holds for debts in any currency, of which some would skip'
      if (lowest === Infinity) return `holds for debts in ${currency}, which would skip`
      return `asks for ${own === 0 ? 'no amount' : `${amount(own, currency)} only`}: a debt below ${amount(lowest, currency)} would skip`
    }
    if (!reached.some((each) => (each.invoices ?? 1) <= (rung.invoices ?? 1)))
      return `asks for ${several(rung.invoices ?? 1)} only: a debt of so few would skip`
  }
  return null
}

function amount(minor: number, currency: string): string {
  return `${currency} ${minor / 10 ** minorDigits(currency)}`
}

function several(invoices: number): string {
  return invoices === 1 ? 'one invoice' : `${invoices} invoices`
}
