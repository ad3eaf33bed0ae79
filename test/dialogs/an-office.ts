import type { Staff } from '../../domain/staff/staff.ts'
import {
  aMatch,
  aNotice,
  aSubscription,
  anAccount,
  anInvoice,
  anOperatorCustomer,
  fabrikam,
  ines,
  lin,
  mei,
  otto,
  phones,
  sam,
  seats,
  wang,
} from '../kit/builders.ts'
import { openOffice, type Office, type OfficeSetup } from '../kit/office.ts'

/** An add-on that falls with Contoso's seats. */
export const voicemail = 'c0ffee00-0000-4000-8000-000000000003'

/** Contoso in China: 25 seats with an add-on, and 5 phones beside them. */
export const contosoSubscriptions = [
  aSubscription({ name: 'Microsoft 365 Business' }),
  aSubscription({ id: voicemail, name: 'Voicemail', parent: seats }),
  aSubscription({ id: phones, name: 'Phones', quantity: 5 }),
]

/** Fabrikam at Partner Center: new commerce, until the end of November. */
export const fabrikamCustomer = anOperatorCustomer({
  lane: 'global',
  tenantId: fabrikam,
  name: 'Fabrikam Inc',
  domain: 'fabrikam.com',
})

/**
 * Everybody is at work and knows the desk. Contoso owes CNY 48,200.00 since January, was given a final notice, and its
 * seats stand behind the unpaid line; nobody else owes anything.
 */
export function anOffice(changes: Partial<OfficeSetup> = {}): Promise<Office> {
  return openOffice({
    staff: [mei, wang, lin, ines, otto, sam],
    customers: [[anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions]],
    accounts: [anAccount()],
    matches: [aMatch()],
    items: [unpaidSeats],
    notices: [aNotice()],
    ...changes,
  })
}

/** The invoice whose line names the seats. */
export const unpaidSeats = anInvoice({
  lines: [{ text: 'Business seats', amount: { minor: 4_820_000, currency: 'CNY' }, subscription: seats }],
})

/** The same person, with an account in Slack as well. */
export function alsoInSlack(staff: Staff): Staff {
  const account = { channel: 'slack', tenant: 'partner', user: staff.id } as const
  return { ...staff, accounts: [...staff.accounts, account] }
}

/** What was said before the story begins; nobody looks at the answers. */
export async function before(office: Office, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const [who = '', ...rest] = line.split(': ')
    const text = rest.join(': ')
    const name = who.replace(/ on Slack$/u, '')
    const by = office.speaker(name, { channel: null, chat: name === who ? 'teams' : 'slack' })
    await office.hear({ kind: 'said', by, text, inputs: {}, pressed: false })
  }
}
