import { openTicketMailbox, type OpenTicketMailbox } from '../adapters/ticket-mail/open-ticket-mailbox.ts'
import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { TicketMailConfig } from './config/ticket-mail-config.ts'

/** Each lane's own mailbox that takes tickets; null where they are filed by hand. */
export function openTicketMail(config: TicketMailConfig | null): (lane: Lane) => OpenTicketMailbox | null {
  if (config === null) return () => null
  const { to: addresses, ...shared } = config
  const mailboxes = new Map(
    lanes.flatMap((lane) => {
      const to = addresses[lane]
      return to === undefined ? [] : [[lane, openTicketMailbox({ ...shared, lane, to })] as const]
    }),
  )
  return (lane) => mailboxes.get(lane) ?? null
}
