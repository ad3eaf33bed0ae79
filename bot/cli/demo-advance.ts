import { isLoopback } from '../../adapters/shared/loopback.ts'
import { lanes } from '../../domain/customers/lane.ts'
import type { OpenDesk } from '../open-desk.ts'
import type { Session } from './session.ts'

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const
/** Longer than any ladder of the demo; the seed knows nothing of what would come after. */
const mostMs = 90 * units.d

/** `3d`, `12h`, `90m` in ms; null where it says nothing of the kind, or more than a demo has a story for. */
export function stepOf(said: string): number | null {
  const [, count = '', unit = ''] = /^(\d{1,4})([mhd])$/.exec(said.toLowerCase()) ?? []
  const ms = Number(count) * units[unit as keyof typeof units]
  return ms > 0 && ms <= mostMs ? ms : null
}

export const advanceUsage = 'Say how far, up to 90 days: demo advance 3d, demo advance 12h, demo advance 90m'

/** What no step ahead moves, so that nobody wonders. */
const staysPut = [
  'Not moved: this machine’s own clock, which codes of authenticator apps, Slack’s signatures and the log go by;',
  'and the books: they keep their day and grow older, until a newer list is imported.',
]

/** Moves the operators' clocks and then the desk's; what fell due meanwhile happens at once. Answers the exit code. */
export async function advanceDemo(said: string, session: Session, open: OpenDesk): Promise<number> {
  const says = (code: number, ...lines: readonly string[]) => {
    for (const each of lines) session.print(each)
    return code
  }
  const ms = stepOf(said)
  if (ms === null) return says(2, advanceUsage)
  const { demoClock, policy, languages } = open
  if (!demoClock) return says(1, 'Nothing was moved: no demo is running. Start it with: npm start')
  for (const lane of lanes) {
    const api = open.accessOf(lane)?.api
    if (api && isLoopback(api) && !(await moved(new URL('/simulator/advance', api), ms)))
      return says(1, `The simulated operator of ${lane} did not answer, so the desk’s own clock was not moved.`)
  }
  await demoClock.advance(ms)
  const at = languages.best('en').moment(demoClock.now())
  return says(
    0,
    `It is ${at} now in the demo (${policy.calendar.timeZone}).`,
    'What fell due meanwhile happens now: each thing once, however often it would have come round.',
    ...staysPut,
  )
}

async function moved(address: URL, ms: number): Promise<boolean> {
  const init = { method: 'POST', body: JSON.stringify({ ms }), headers: { 'Content-Type': 'application/json' } }
  return fetch(address, { ...init, signal: AbortSignal.timeout(10_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
}
