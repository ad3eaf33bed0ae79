import type { TicketMail } from '../../domain/ports/ticket-mailbox.ts'

/** The first mail of PD-142, which is one of 21Vianet's, in both its languages. */
export function aTicketMail(changes: Partial<TicketMail> = {}): TicketMail {
  return {
    ticket: { id: 'PD-142', lane: 'china', openedAt: '2026-03-30T01:59:58.000Z' },
    part: 1,
    firstId: null,
    writtenAt: '2026-03-30T02:00:00.000Z',
    subject: '[PD-142] 订阅已暂停，但账单仍在增加 / Subscription suspended, still billed',
    text: '客户：Contoso Ltd\n问题：订阅已暂停。\n\nCustomer: Contoso Ltd\nProblem: the subscription is suspended.\n',
    attachments: [],
    ...changes,
  }
}
