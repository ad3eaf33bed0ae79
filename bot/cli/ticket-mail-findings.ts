import type { OpenTicketMailbox } from '../../adapters/ticket-mail/open-ticket-mailbox.ts'
import { lanes } from '../../domain/customers/lane.ts'
import { OutsideFault, type FaultKind } from '../../domain/shared/outside-fault.ts'
import { ticketsTo } from '../config/environment.ts'
import type { OpenDesk } from '../open-desk.ts'
import { openTicketMail } from '../open-ticket-mail.ts'
import { ok, saidBy, wrong, type Finding } from './finding.ts'

/** How each lane's tickets reach its operator, and whether the mail server that they go by answers. */
export async function ticketMailFindings({ config }: Pick<OpenDesk, 'config'>): Promise<readonly Finding[]> {
  const mailboxOf = openTicketMail(config.ticketMail)
  const mailboxes = lanes.flatMap((lane) => mailboxOf(lane) ?? [])
  const byHand = lanes.filter((lane) => mailboxOf(lane) === null)
  return [
    ...(await Promise.all(mailboxes.map(finding))),
    ...(byHand.length === 0
      ? []
      : [
          ok(
            `tickets ${byHand.join(', ')}: filed by hand; where an operator or distributor takes them by mail, set ${byHand.map(ticketsTo).join(', ')}`,
          ),
        ]),
  ]
}

async function finding(mailbox: OpenTicketMailbox): Promise<Finding> {
  const { lane, address } = mailbox
  const line = `tickets ${lane}: by mail to ${address}`
  try {
    await mailbox.looks()
    return ok(`${line}; the mail server answers, and whether that mailbox takes them shows with the first`)
  } catch (fault) {
    if (!(fault instanceof OutsideFault)) throw fault
    const { kind, description } = fault.facts
    const said = description === undefined ? '' : ` (“${description}”)`
    return wrong(`${line}: ${saidBy(fault)}${said}; ${remedies[kind]}`)
  }
}

const network = 'check host and port in SMTP_URL and the network, then try again; tickets wait until then'
const refused =
  'ask whoever runs the mail server; or it does not encrypt as SMTP_URL says (smtp or smtps), or shows a certificate that nobody vouches for'
const remedies: Readonly<Record<FaultKind, string>> = {
  unauthorised: 'check user and password in SMTP_URL',
  refused,
  'not-found': refused,
  unreachable: network,
  throttled: network,
  busy: network,
}
