import type { CustomerMail, CustomerMailbox } from '../../domain/ports/customer-mailbox.ts'
import type { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** A mailbox that keeps what it took, and fails when told to. */
export interface FakeCustomerMail extends CustomerMailbox {
  readonly taken: readonly CustomerMail[]
  /** What becomes of the next mails, one each. */
  spoil(...faults: readonly OutsideFault[]): void
  /** The next mails are taken, and nobody hears of it. */
  loseAnswers(...faults: readonly OutsideFault[]): void
}

export function fakeCustomerMail(): FakeCustomerMail {
  const taken: CustomerMail[] = []
  const faults: OutsideFault[] = []
  const lost: OutsideFault[] = []
  return {
    taken,
    spoil: (...more) => void faults.push(...more),
    loseAnswers: (...more) => void lost.push(...more),
    send(mail) {
      const fault = faults.shift()
      if (fault) return Promise.reject(fault)
      taken.push(mail)
      const unheard = lost.shift()
      return unheard ? Promise.reject(unheard) : Promise.resolve({ messageId: `<${taken.length}@northwind.example>` })
    },
  }
}
