import { capabilities, lanes, settingsOf, type Lane } from '../../domain/customers/lane.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { OpenDesk } from '../open-desk.ts'
import { look, ok, saidBy, wrong, type Finding } from './finding.ts'
import { remedy } from './lane-findings.ts'
import { several } from './several.ts'

/** Of each configured lane whether its operator's tickets can be read, and whose, or why not. Asks the operators. */
export async function ticketFindings(open: Pick<OpenDesk, 'accessOf' | 'ticketsOf'>): Promise<readonly Finding[]> {
  const configured = lanes.filter((lane) => open.accessOf(lane) !== null)
  return Promise.all(configured.map((lane) => findingOf(lane, open)))
}

const byHand = 'people bring number and answer back'

async function findingOf(lane: Lane, { ticketsOf }: Pick<OpenDesk, 'ticketsOf'>): Promise<Finding> {
  const name = `following tickets ${lane}`
  if (capabilities[lane].readsTickets !== 'yes')
    return ok(`${name}: by hand, as the operator shows them at its portal only; ${byHand}`)
  const tickets = ticketsOf(lane)
  if (tickets === null)
    return look(
      `${name}: by hand, as they are shown to a person only and the desk signs in as the app alone; ` +
        `set ${settingsOf(lane)}_REFRESH_TOKEN and restart the desk`,
    )
  try {
    const { seen, others } = await tickets.sight()
    const read = `${name}: ${several(seen, 'ticket')} seen`
    if (others === null) return look(`${read}, its own alone, as the account lacks the role; ${giveRole}`)
    // The operator does not tell a missing role from colleagues without tickets.
    if (others === 0) return look(`${read}, none of them opened by anybody else; if colleagues have any, ${giveRole}`)
    return ok(`${read}, ${others} of them opened by colleagues`)
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    const { kind, status } = fault.facts
    const finding = kind === 'throttled' ? look : wrong
    const what = status === 404 || status === 410 ? 'the operator knows no such call here' : remedy(fault, lane)
    return finding(`${name}: not read, ${byHand} while this lasts: ${saidBy(fault)}; ${what}`)
  }
}

const giveRole =
  'give the account that signs in the role “Support Request Admin” there, and the desk follows theirs too'
