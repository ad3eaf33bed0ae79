import { lanes } from '../../domain/customers/lane.ts'
import { operatorTerms } from '../../domain/own-invoices/own-standing.ts'
import type { OpenDesk } from '../open-desk.ts'
import { look, ok, saidBy, wrong, type Finding } from './finding.ts'
import { several } from './several.ts'

/** Of each lane that can be asked: whether the partner itself has paid its operator. Sums stay out of it. */
export async function ownInvoiceFindings({ desk }: Pick<OpenDesk, 'desk'>): Promise<readonly Finding[]> {
  const findings = await Promise.all(
    lanes.map(async (lane): Promise<readonly Finding[]> => {
      const read = await desk.ownInvoices.read(lane)
      const name = `own invoices ${lane}`
      switch (read.kind) {
        case 'no-access':
          return []
        case 'not-said':
          return [look(`${name}: the operator does not let us read them; watch them in its portal`)]
        case 'no-answer':
          return [look(`${name}: ${saidBy(read.fault)}; nobody is warned while this lasts`)]
        case 'known': {
          const { daysOverdue, open } = read.standing
          const { bearsOverdue } = operatorTerms[lane]
          if (daysOverdue === 0) return [ok(`${name}: ${several(open.length, 'invoice')} open, none overdue`)]
          const line = `${name}: ${several(daysOverdue, 'day')} overdue; the operator bears ${bearsOverdue}, then takes no new orders. Pay, or dispute it there`
          return [daysOverdue > bearsOverdue - 7 ? wrong(line) : look(line)]
        }
      }
    }),
  )
  return findings.flat()
}
