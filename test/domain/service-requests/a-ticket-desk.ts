import type { OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { CollectionsPolicy } from '../../../domain/policy/collections-policy.ts'
import type { LaneRecord } from '../../../domain/lanes/lane-state.ts'
import type { TicketChange } from '../../../domain/ports/operator-tickets.ts'
import type { TicketDraft } from '../../../domain/service-requests/open-ticket.ts'
import { noBasis, type ServiceRequest } from '../../../domain/service-requests/service-request.ts'
import { OutsideFault, type FaultFacts } from '../../../domain/shared/outside-fault.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { anActingLane, contoso, mei, morning, sam } from '../../kit/builders.ts'
import { fakeMailbox, type FakeMailbox } from '../../kit/fake-mailbox.ts'
import { fakeTickets, type FakeTickets } from '../../kit/fake-tickets.ts'

export const number = '700000000000123'
export const draft: TicketDraft = {
  customer: contoso,
  topic: 'billing',
  severity: 'moderate',
  title: 'Overcharged',
  text: 'The invoice shows 30 seats, the portal 25.',
  impact: null,
  tried: null,
  contact: null,
  inChinese: null,
  ...noBasis,
}

/** A desk whose customers belong to a lane where tickets are filed by mail or by hand, and can be followed or not. */
export interface TicketDesk {
  readonly office: ADesk
  readonly tickets: FakeTickets
  readonly mailbox: FakeMailbox
  open(changes?: Partial<TicketDraft>): Promise<ServiceRequest>
  /** The operator has it, with our number in its title, and the desk has seen it there. */
  followed(): Promise<ServiceRequest>
  change(wanted: TicketChange, id?: string): Promise<ServiceRequest>
  ticket(id?: string): Promise<ServiceRequest>
  at(id?: string): Promise<{ readonly case: string; readonly version: number }>
  deeds(id?: string): Promise<readonly string[]>
  /** Somebody stops the lane, or has it only watched. */
  lane(changes: Partial<LaneRecord>): Promise<void>
  pass(minutes: number): void
  waitingOrders(): Promise<readonly OutboxEntry[]>
}

export async function aTicketDesk({
  lane = 'global',
  follows = true,
  mails = false,
  policy = {},
}: {
  readonly lane?: Lane
  readonly follows?: boolean
  readonly mails?: boolean
  readonly policy?: Partial<CollectionsPolicy>
} = {}): Promise<TicketDesk> {
  const clock = { now: () => morning }
  const tickets = fakeTickets(lane, () => clock.now())
  const mailbox = fakeMailbox(lane)
  const office = await aDesk({
    ...(follows && { tickets }),
    ...(mails && { mailbox }),
    policy,
  })
  clock.now = () => office.world.now
  office.world.customers = office.world.customers.map((customer) => ({ ...customer, lane }))
  const setLane = async (changes: Partial<LaneRecord>) => {
    const found = await office.store.get('lane', lane)
    const value = { ...(found?.value ?? anActingLane(lane)), ...changes }
    await office.store.commit({ save: [{ kind: 'lane', id: lane, value, basedOn: found?.version ?? null }] })
  }
  if (lane !== 'china') await setLane({})

  const get = async (id = 'PD-1') => {
    const found = await office.store.get('service-request', id)
    if (!found) throw new Error(`there is no ${id}`)
    return found
  }
  const desk: TicketDesk = {
    office,
    tickets,
    mailbox,
    async open(changes = {}) {
      const outcome = await office.desk.tickets.open({ ...draft, ...changes }, mei, 'teams:partner/mei')
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      return outcome.value
    },
    async followed() {
      const { id } = await desk.open()
      tickets.put({ number, title: `[${id}] Overcharged` }, office.world.now)
      await office.desk.tickets.follow(lane)
      return desk.ticket(id)
    },
    async change(wanted, id) {
      const outcome = await office.desk.tickets.change(await desk.at(id), wanted, sam)
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      return outcome.value
    },
    ticket: async (id) => (await get(id)).value,
    at: async (id) => ({ case: (await get(id)).id, version: (await get(id)).version }),
    deeds: async (id = 'PD-1') => (await office.store.auditOf(id)).map(({ what }) => what.replace('ticket.', '')),
    lane: setLane,
    pass: (minutes) => void (office.world.now = later(office.world.now, minutes * 60_000)),
    waitingOrders: () => office.due(),
  }
  return desk
}

export function aFault(kind: FaultFacts['kind'], changes: Partial<FaultFacts> = {}): OutsideFault {
  return new OutsideFault({ service: 'partner-center:global', kind, ...changes })
}
