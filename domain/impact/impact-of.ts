import type { Lane } from '../customers/lane.ts'
import type { LicenceCount, OperatorCost, OperatorSubscription } from '../ports/operator-lane.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import { dayAt, type Day, type TimeZone } from '../shared/time.ts'
import { costPerDay } from './cost-per-day.ts'
import type { Billing, Dropped, Impact, SubscriptionImpact } from './impact.ts'
import { peopleCutOff } from './people-cut-off.ts'
import { wayBack } from './way-back.ts'

/** What was read beside the subscriptions; null where it could not be read, which stops nobody. */
export interface ImpactFacts {
  readonly licences: readonly LicenceCount[] | null
  readonly costs: readonly OperatorCost[] | null
}

export const nothingRead: ImpactFacts = { licences: null, costs: null }

/** What suspending these would do; those that are out of service already change nothing and are left out. */
export function impactOf(
  chosen: readonly SubscriptionId[],
  all: readonly OperatorSubscription[],
  facts: ImpactFacts,
  at: { readonly lane: Lane; readonly from: Day; readonly zone: TimeZone },
): Impact {
  const active = all.filter(({ status }) => status === 'active')
  const taken = chosen.flatMap((id) => active.find((each) => each.id === id) ?? [])
  const falling = active.filter(({ id, parent }) => !chosen.includes(id) && taken.some((base) => base.id === parent))
  const of = (subscription: OperatorSubscription, falls: boolean): SubscriptionImpact => ({
    id: subscription.id,
    name: subscription.name,
    falls,
    model: subscription.model,
    ...(subscription.plan !== undefined && { plan: subscription.plan }),
    people: peopleCutOff(subscription, all, facts.licences),
    billing: billingOf(subscription, facts.costs, at.zone),
    wayBack: wayBack(subscription, at.lane, at.from, at.zone),
    dropped: droppedFrom(subscription),
  })
  return {
    from: at.from,
    subscriptions: [...taken.map((each) => of(each, false)), ...falling.map((each) => of(each, true))],
  }
}

/** What goes on being billed (facts/partner-center 6.3 and 7); nothing is claimed of 21Vianet (15). */
function billingOf(
  { id, model, plan, commitmentEnd }: OperatorSubscription,
  costs: ImpactFacts['costs'],
  zone: TimeZone,
): Billing {
  switch (model) {
    case 'new-commerce': {
      const until = commitmentEnd === null ? null : dayAt(commitmentEnd, zone)
      return { kind: 'continues', until, perDay: costPerDay(id, costs) }
    }
    case 'legacy':
      return { kind: 'stops' }
    case 'azure-plan':
      return { kind: plan === undefined ? 'by-use' : 'use-stops' }
    case '21vianet':
    case 'unknown':
      return { kind: 'unknown' }
  }
}

/** Only new commerce is known to drop anything: auto-renew, and what was scheduled for the next term (6.3). */
function droppedFrom({ model, autoRenew, scheduledChange }: OperatorSubscription): readonly Dropped[] | null {
  if (model === 'legacy' || model === 'azure-plan') return []
  if (model !== 'new-commerce') return null
  if (autoRenew === null && scheduledChange === null) return null
  if (scheduledChange === null) return autoRenew === true ? [{ what: 'auto-renew' }] : []
  const { quantity, product, term, billingCycle } = scheduledChange
  const change: Dropped = { what: 'scheduled-change', quantity, product, term, billingCycle }
  return autoRenew === true ? [{ what: 'auto-renew' }, change] : [change]
}
