import { anOffice } from '../an-office.ts'
import type { Office, OfficeSetup } from '../../kit/office.ts'

/** A policy in which two people are not asked for a code; the rungs are those that the office's debts are used to. */
export const firstPolicy = `time zone: Asia/Shanghai
working days: [mon, tue, wed, thu, fri]
holidays: []
ladder:
  - { call for: reminder, days past due: 1 }
  - { call for: final notice, days past due: 30 }
  - { call for: suspension, days past due: 60, amounts: { CNY: 1000 } }
tolerance: { CNY: 5 }
final notice days: 14
ledger age limit: 3
import guard: { closed: 30%, newly due: 10% }
`

/** The same, but suspension is called for from 90 days on, and customers in China have a ladder of their own. */
export const editedPolicy = firstPolicy
  .replace('days past due: 60, amounts: { CNY: 1000 }', 'days past due: 90')
  .replace(
    'tolerance:',
    `segments:
  - name: China
    lanes: [china]
    ladder:
      - { call for: reminder, days past due: 5, invoices: 2 }
      - { call for: final notice, days past due: 40, invoices: 2, send by itself: true }
contact: accounts@partner.example
tolerance:`,
  )

/** An office whose policy can be changed. */
export function aPolicyOffice(changes: Partial<OfficeSetup> = {}): Promise<Office> {
  return anOffice({ policyText: firstPolicy, ...changes })
}
