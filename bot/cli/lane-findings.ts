import { waitsByHand } from '../../domain/acts/hand-over.ts'
import { lanes, settingsOf, type Lane } from '../../domain/customers/lane.ts'
import { missingAccess, type MissingAccess } from '../../domain/ports/operator-codes.ts'
import { OutsideFault, unreadable, type FaultKind } from '../../domain/shared/outside-fault.ts'
import type { LaneAccess } from '../open-lanes.ts'
import type { OpenDesk } from '../open-desk.ts'
import { look, ok, saidBy, wrong, type Finding } from './finding.ts'
import { several } from './several.ts'

/** Of each lane whether sign-in and address work, in whose name, and what is missing. */
export async function laneFindings(open: OpenDesk): Promise<readonly Finding[]> {
  return (await Promise.all(lanes.map((lane) => findingsOf(lane, open)))).flat()
}

/** Reads one page of customers, live: sign-in and address in one. No reading shows whether we may also act. */
async function findingsOf(lane: Lane, open: OpenDesk): Promise<readonly Finding[]> {
  const { desk, directory, accessOf } = open
  const operator = desk.laneOf(lane)
  if (!operator)
    return [
      look(
        `lane ${lane}: by hand, as it is not configured${await workByHand(lane, open)}; to change that, set ${settingsOf(lane)}_TENANT_ID and its companions`,
      ),
    ]
  const access = accessOf(lane)
  const kept = access?.refreshTokens.trouble ?? null
  const findings = kept === null ? [] : [look(`lane ${lane}: ${kept}`)]
  try {
    await operator.customers()[Symbol.asyncIterator]().next()
    const known = directory.customers().filter((customer) => customer.lane === lane).length
    return [
      ok(
        `lane ${lane}: by API; answers to reading, ${several(known, 'customer')} known${access ? told(access, lane) : ''}; whether it lets us suspend shows only when it does`,
      ),
      ...findings,
    ]
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    const finding = fault.facts.kind === 'throttled' ? look : wrong
    const why = `${saidBy(fault)}${await workByHand(lane, open)}`
    return [finding(`lane ${lane}: by hand while this lasts: ${why}; ${remedy(fault, lane)}`), ...findings]
  }
}

/** Whom the desk knows there without asking, and what waits for people; empty where there is nothing of either. */
async function workByHand(lane: Lane, { desk, store }: OpenDesk): Promise<string> {
  const { all } = (await desk.book.today()).directory
  const known = all.filter(({ operator }) => operator?.lane === lane && operator.knownFrom === 'ledger').length
  const suspensions = await store.list('suspension', { open: true })
  const resumptions = await store.list('resumption', { open: true })
  const acts = [
    ...suspensions.flatMap(({ value }) => (value.identity.lane === lane ? waitsByHand(value) : [])),
    ...resumptions.flatMap(({ value }) => (value.lane === lane ? waitsByHand(value) : [])),
  ].length
  return [
    ...(known === 0 ? [] : [`, ${several(known, 'customer')} known from the ledger`]),
    ...(acts === 0 ? [] : [`, ${several(acts, 'act')} waiting to be done`]),
  ].join('')
}

/** In whose name, since when, and how often. */
function told({ refreshTokens: { current, rotatedAt }, budget }: LaneAccess, lane: Lane): string {
  const rotated = rotatedAt === null ? 'never rotated' : `last rotated ${minuteOf(rotatedAt)}`
  const name =
    current === null
      ? `as the app alone (for what wants a person, set ${settingsOf(lane)}_REFRESH_TOKEN)`
      : `with a person’s consent (refresh token ${rotated})`
  return `; signs in ${name}; asks at most ${budget.perMinute} times a minute`
}

/** What to do about a lane that does not let itself be asked. */
export function remedy({ facts: { kind, code, waitUntil } }: OutsideFault, lane: Lane): string {
  if (code === unreadable)
    return 'something else answered in its place; check the address, and whether a proxy stands between'
  const missing = missingAccess[code ?? '']
  if (kind === 'unauthorised' && missing !== undefined) return amends[missing](settingsOf(lane))
  if (waitUntil !== undefined) return `nothing is asked before ${minuteOf(waitUntil)}; try again then`
  return remedies[kind]
}

const minuteOf = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`

const amends: Readonly<Record<MissingAccess, (settings: string) => string>> = {
  role: () => 'give the account that signs in the role “Admin agent” there',
  person: (settings) => `it takes the sign-in of a person; set ${settings}_REFRESH_TOKEN`,
  policy: () => 'a Conditional Access policy blocks the desk; let it through',
  programme: () => 'the reseller programme of our own company is not active there',
  consent: (settings) =>
    `the consent has expired or was withdrawn; give consent again, set ${settings}_REFRESH_TOKEN and restart the desk`,
  secret: (settings) => `set a new ${settings}_CLIENT_SECRET and restart the desk`,
  mfa: (settings) =>
    `the consent was given without a second factor; give it again with one, set ${settings}_REFRESH_TOKEN and restart the desk`,
}

const remedies: Readonly<Record<FaultKind, string>> = {
  unauthorised: 'check tenant, client id, secret and role',
  throttled: 'the operator is asked too often; try again in some minutes',
  busy: 'the operator is busy; try again in some minutes',
  refused: 'the operator says no; ask its support and quote these words',
  'not-found': 'check the address',
  unreachable: 'check the address and the network, then try again',
}
