import type { Lane } from '../../domain/customers/lane.ts'
import type { TicketMail, TicketMailbox } from '../../domain/ports/ticket-mailbox.ts'
import type { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** A mailbox that keeps what it took, and fails when told to. */
export interface FakeMailbox extends TicketMailbox {
  readonly taken: readonly (TicketMail & { readonly messageId: string })[]
  /** What becomes of the next mails, one each. */
  spoil(...faults: readonly OutsideFault[]): void
  /** The next mails are taken, and nobody hears of it. */
  loseAnswers(...faults: readonly OutsideFault[]): void
}

export function fakeMailbox(lane: Lane, address = `tickets@${lane}.example`): FakeMailbox {
  const taken: (TicketMail & { messageId: string })[] = []
  const faults: OutsideFault[] = []
  const lost: OutsideFault[] = []
  return {
    lane,
    address,
    taken,
    spoil: (...more) => void faults.push(...more),
    loseAnswers: (...more) => void lost.push(...more),
    send(mail) {
      const fault = faults.shift()
      if (fault) return Promise.reject(fault)
      const messageId = `<${mail.ticket.id.toLowerCase()}.${mail.part}@desk.example>`
      taken.push({ ...mail, messageId })
      const unheard = lost.shift()
      return unheard ? Promise.reject(unheard) : Promise.resolve({ messageId })
    },
  }
}
