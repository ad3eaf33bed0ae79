import type { SubscriptionAct } from '../../domain/acts/subscription-act.ts'
import { capabilities, type Lane } from '../../domain/customers/lane.ts'
import type { CommercialModel } from '../../domain/ports/operator-lane.ts'
import { isNamedOnly } from '../../domain/suspension/known-by-hand.ts'
import type { CaseId } from '../../domain/shared/ids.ts'
import type { Words } from '../words/words.ts'

/** What somebody must know to do an act in the operator's portal. */
export interface HandWork {
  readonly case: CaseId
  readonly lane: Lane
  readonly wanted: 'suspended' | 'active'
  readonly customer: { readonly name: string; readonly tenantId: string }
  /** How it was sold; null where the case does not know. */
  readonly model: CommercialModel | null
  /** Whether the name is the ledger's and not the operator's. */
  readonly unseen: boolean
  readonly act: Pick<SubscriptionAct, 'subscription' | 'name' | 'plan' | 'result'>
}

/** Where partners sign in (facts/partner-center 2.1); for US Government it is the same product with an account of its own. */
const portals: Readonly<Record<Lane, string>> = {
  global: 'https://partner.microsoft.com/dashboard',
  'us-government': 'https://partner.microsoft.com/dashboard',
  china: 'https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview',
}

/**
 * An act as numbered steps to copy, in the words of the operator's own pages: "Suspend a subscription" of Partner
 * Center and of the one 21Vianet operates (2016), and facts/partner-center 6.3 and 7. What no page says is called
 * unknown.
 */
export function handSteps({ case: id, lane, wanted, customer, model, unseen, act }: HandWork, words: Words): string {
  const operator = words.say(`lane.${lane}`)
  const china = capabilities[lane].operator === '21vianet'
  const { name, subscription, plan, result } = act
  const left = result.state === 'sent' ? result.at : null
  const steps = [
    words.say('by-hand.sign-in', { address: portals[lane], operator }),
    words.say(china ? 'by-hand.customer.china' : 'by-hand.customer', customer),
    words.say(`by-hand.subscription.${isNamedOnly(subscription) ? 'named' : unseen ? 'ledger' : 'listed'}`, {
      subscription: name,
      id: subscription,
    }),
    ...(left === null ? [] : [words.say('by-hand.look-first', { at: words.moment(left) })]),
    ...(plan === undefined
      ? [
          ...before(wanted, model, words),
          words.say(china ? `by-hand.press.${wanted}.china` : `by-hand.press.${wanted}`),
          ...after(wanted, model, china, operator, words),
        ]
      : [words.say(`by-hand.azure-subscription.${wanted}`, { plan })]),
    words.say(plan === undefined ? `by-hand.look.${wanted}` : 'by-hand.azure-subscription.look', {
      button: words.say('by-hand.did'),
      case: id,
    }),
  ]
  return [
    words.say(`by-hand.title.${wanted}`, { case: id, subscription: name, name: customer.name }),
    ...steps.map((step, at) => `${at + 1}. ${step}`),
  ].join('\n')
}

/** What must be so before the button is pressed. */
function before(wanted: HandWork['wanted'], model: HandWork['model'], words: Words): readonly string[] {
  if (wanted === 'active') return [words.say('by-hand.base-first')]
  return model === 'azure-plan' ? [words.say('by-hand.azure.suspended')] : []
}

/** What a suspension switched off and nobody switches on again. 21Vianet sells neither Azure nor, as far as we know, new commerce. */
function after(
  wanted: HandWork['wanted'],
  model: HandWork['model'],
  china: boolean,
  operator: string,
  words: Words,
): readonly string[] {
  if (wanted === 'suspended' || china) return []
  return [
    ...(model === null || model === 'azure-plan' ? [words.say('by-hand.azure.active', { operator })] : []),
    ...(model === null || model === 'new-commerce' ? [words.say('by-hand.renewal')] : []),
  ]
}
