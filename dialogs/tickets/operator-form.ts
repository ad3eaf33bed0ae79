import { capabilities, type Lane } from '../../domain/customers/lane.ts'
import type { ServiceRequest, TicketTopic } from '../../domain/service-requests/service-request.ts'
import type { Severity } from '../../domain/service-requests/severity.ts'
import type { TimeZone } from '../../domain/shared/time.ts'
import type { MessageKey } from '../words/message-key.ts'
import type { Words } from '../words/words.ts'
import { ticketBody, ticketSubject } from './operator-text.ts'
import { tonguesOf } from './operator-words/tongues.ts'

/** The operator's form, filled in: where it is, the way through it, and what goes into which of its fields. */
interface FilledForm {
  readonly address: string
  readonly steps: readonly string[]
  readonly fields: readonly { readonly label: string; readonly text: string }[]
}

/** Whose page of which operator a ticket is filed on. */
type FormName = 'microsoft.partner' | 'microsoft.customer' | '21vianet.partner' | '21vianet.customer'

/** The pages (facts/partner-center 2.1, 8.3, 8.5); nothing in their forms can be pre-filled. */
const addresses: Readonly<Record<FormName, string>> = {
  'microsoft.partner': 'https://partner.microsoft.com/dashboard/v2/support/servicerequests/create',
  'microsoft.customer': 'https://partner.microsoft.com/dashboard',
  '21vianet.partner': 'https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview',
  '21vianet.customer': 'https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview',
}

const steps = {
  'microsoft.partner': [
    'ticket.steps.microsoft.partner.1',
    'ticket.steps.microsoft.partner.2',
    'ticket.steps.microsoft.partner.3',
  ],
  'microsoft.customer': [
    'ticket.steps.microsoft.customer.1',
    'ticket.steps.microsoft.customer.2',
    'ticket.steps.microsoft.customer.3',
  ],
  '21vianet.partner': ['ticket.steps.21vianet.partner.1', 'ticket.steps.21vianet.partner.2'],
  '21vianet.customer': ['ticket.steps.21vianet.customer.1', 'ticket.steps.21vianet.customer.2'],
} as const satisfies Readonly<Record<FormName, readonly MessageKey[]>>

/** The real form of a ticket's operator; a customer's own trouble goes through the customer's page. */
export function filledForm(request: ServiceRequest, words: Words, partner: TimeZone): FilledForm {
  const { lane, customer, topic, severity } = request
  const name = formOf(lane, topic)
  const facts = {
    name: customer?.name ?? '',
    topic: words.say(`topic.${topic}`),
    severity: severityThere(severity, lane, words),
  }
  const summary = name === 'microsoft.partner'
  return {
    address: addresses[name],
    steps: [
      ...steps[name].map((key) => words.say(key, facts)),
      ...(asksRefund(request) ? [words.say('ticket.steps.refund')] : []),
      words.say('ticket.steps.back', { button: words.say('button.filed') }),
    ],
    fields: [
      {
        label: words.say(summary ? 'ticket.field.problem-summary' : 'ticket.field.title'),
        text: ticketSubject(request),
      },
      { label: words.say('ticket.field.description'), text: ticketBody(request, partner) },
    ],
  }
}

/** How severe it is, with the operator's own word where the reader's is another. */
export function severityThere(severity: Severity, lane: Lane, words: Words): string {
  const own = words.say(`severity.${severity}`)
  const theirs = tonguesOf(lane)[0].severities[severity]
  return own === theirs ? own : words.say('ticket.severity.both', { own, theirs })
}

/** Money, fraud and the account are matters between the partner and the operator; the rest is the customer's. */
function formOf(lane: Lane, topic: TicketTopic): FormName {
  const whose = topic === 'billing' || topic === 'fraud' || topic === 'account' ? 'partner' : 'customer'
  return `${capabilities[lane].operator}.${whose}`
}

/** Refunds after fraud are asked for elsewhere (facts/partner-center 8.3), where Azure is sold at all. */
function asksRefund({ lane, topic, attachments }: ServiceRequest): boolean {
  return topic === 'fraud' && attachments.includes('dossier') && capabilities[lane].azurePlans === 'yes'
}
