import type { Lane } from '../../../domain/customers/lane.ts'
import type { TicketTopic } from '../../../domain/service-requests/service-request.ts'
import { noBasis } from '../../../domain/service-requests/service-request.ts'
import { accountKey, type Staff } from '../../../domain/staff/staff.ts'
import { contoso, fabrikam, sam } from '../../kit/builders.ts'
import { fakeMailbox, type FakeMailbox } from '../../kit/fake-mailbox.ts'
import { fakeTickets, type FakeTickets } from '../../kit/fake-tickets.ts'
import type { Office, OfficeSetup } from '../../kit/office.ts'
import { anOperatorCustomer } from '../../kit/builders.ts'
import { anOffice, contosoSubscriptions, fabrikamCustomer } from '../an-office.ts'

/** An office whose desk does by itself what its timetable says, with an operator whose tickets it can read. */
export interface TicketOffice {
  readonly office: Office
  /** Partner Center's tickets. */
  readonly tickets: FakeTickets
  readonly mailbox: FakeMailbox
  /** Somebody has opened a ticket; nobody looks at the answer. */
  readonly opened: (draft?: {
    readonly lane?: Lane
    readonly by?: Staff
    readonly topic?: TicketTopic
    readonly text?: string
  }) => Promise<void>
}

/**
 * Fabrikam is at Partner Center, whose tickets are read; Contoso at 21Vianet, where they are filed by hand or by mail.
 */
export async function aTicketOffice(
  changes: Partial<OfficeSetup> & { readonly mailed?: true } = {},
): Promise<TicketOffice> {
  const { mailed, ...setup } = changes
  // eslint-disable-next-line prefer-const -- the operator's clock is the office's, which is opened with the operator
  let office: Office
  const tickets = fakeTickets('global', () => office.now())
  const mailbox = fakeMailbox('china', 'tickets@distributor.example')
  office = await anOffice({
    customers: [
      [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
      [fabrikamCustomer, []],
    ],
    tickets: [tickets],
    mailboxes: mailed ? [mailbox] : [],
    timetable: true,
    ...setup,
  })
  // The first look at each operator is told once, and is of no interest here.
  await office.pass(0)
  return {
    office,
    tickets,
    mailbox,
    async opened({
      lane = 'global',
      by = sam,
      topic = 'billing',
      text = 'The invoice shows 30 seats, the portal 25.',
    } = {}) {
      const paper = { title: text, text, impact: null, tried: null, contact: null, inChinese: null }
      const customer = lane === 'china' ? contoso : fabrikam
      const [account] = by.accounts
      const place = account ? accountKey(account) : ''
      await office.desk.tickets.open({ customer, topic, severity: 'moderate', ...paper, ...noBasis }, by, place)
    },
  }
}
