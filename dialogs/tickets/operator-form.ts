import { capabilities } from '../../domain/customers/lane.ts'
import type { ServiceRequest, TicketTopic } from '../../domain/service-requests/service-request.ts'
import type { Words } from '../words/words.ts'

/** Where a ticket is filed by hand: the page, and the way to it in the operator's own words. */
interface FilingPlace {
  readonly address: string
  readonly steps: readonly string[]
}

/**
 * The operator's real page (facts/partner-center 8.3 and 8.5). A customer's own trouble goes through the customer's
 * page; nothing can be pre-filled, so the text is handed over ready to be pasted.
 */
export function filingPlace({ lane, customer, topic }: ServiceRequest, words: Words): FilingPlace {
  const name = customer?.name ?? ''
  if (capabilities[lane].operator === '21vianet') {
    return {
      address: 'https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview',
      steps: [
        words.say(isPartners(topic) ? 'ticket.steps.21vianet.partner' : 'ticket.steps.21vianet.customer', { name }),
      ],
    }
  }
  return isPartners(topic)
    ? {
        address: 'https://partner.microsoft.com/dashboard/v2/support/servicerequests/create',
        steps: [words.say('ticket.steps.microsoft.partner')],
      }
    : {
        address: 'https://partner.microsoft.com/dashboard',
        steps: [words.say('ticket.steps.microsoft.customer', { name })],
      }
}

/** Money, fraud and the account are matters between the partner and the operator; the rest is the customer's. */
function isPartners(topic: TicketTopic): boolean {
  return topic === 'billing' || topic === 'fraud' || topic === 'account'
}

/** The text to paste: our number first, so that the operator's copy can be told apart and found again. */
export function ticketText({ id, customer, topic, severity, text }: ServiceRequest, words: Words): string {
  return [
    `[${id}] ${words.say(`topic.${topic}`)}${customer ? `: ${customer.name}` : ''}`,
    '',
    text,
    '',
    ...(customer
      ? [words.say('ticket.text.customer', { name: customer.name, domain: customer.domain, tenantId: customer.id })]
      : []),
    words.say('ticket.text.severity', { severity: words.say(`severity.${severity}`) }),
  ].join('\n')
}
