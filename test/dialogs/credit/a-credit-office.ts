import {
  aMatch,
  anAccount,
  anInvoice,
  anOperatorCustomer,
  aSubscription,
  contoso,
  eur,
  ines,
  lin,
  mei,
  phones,
  rosa,
  sam,
  seats,
  wang,
} from '../../kit/builders.ts'
import { fakeSpending, type FakeSpending } from '../../kit/fake-spending.ts'
import type { Office, OfficeSetup } from '../../kit/office.ts'
import { anOffice } from '../an-office.ts'

/** EUR 4,200.00 overdue, with a line for the seats; EUR 900.00 not due before April. */
export const owed = [
  anInvoice({
    ...eur(420_000),
    issued: '2025-01-01',
    lines: [{ text: 'Seats', amount: { minor: 30_000, currency: 'EUR' }, subscription: seats }],
  }),
  anInvoice({ ...eur(90_000), number: 'INV-2', issued: '2025-03-20', due: '2025-04-20' }),
]

/** Contoso at Partner Center: the seats' term ends with April, and Azure was used for EUR 123.00 this month. */
export async function aCreditOffice(
  changes: Partial<OfficeSetup> = {},
): Promise<{ readonly office: Office; readonly spending: FakeSpending }> {
  const spending = fakeSpending()
  spending.put(contoso, { used: { minor: 12_300, currency: 'EUR' } })
  const office = await anOffice({
    staff: [mei, wang, lin, ines, rosa, sam],
    customers: [
      [
        anOperatorCustomer({ lane: 'global', name: 'Contoso' }),
        [
          aSubscription({
            name: 'Microsoft 365 Business',
            model: 'new-commerce',
            commitmentEnd: '2025-04-30T00:00:00.000Z',
            billingCycle: 'monthly',
          }),
          aSubscription({ id: phones, name: 'Azure plan', model: 'azure-plan', quantity: 1 }),
        ],
      ],
    ],
    accounts: [anAccount()],
    matches: [aMatch({ lane: 'global' })],
    items: owed,
    notices: [],
    spending: { global: spending },
    ...changes,
  })
  return { office, spending }
}
