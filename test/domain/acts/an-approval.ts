import assert from 'node:assert/strict'
import type { SubscriptionAct } from '../../../domain/acts/subscription-act.ts'
import type { OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import type { ADesk } from '../../kit/a-desk.ts'
import { aSubscription, contoso, mei, phones, seats, wang } from '../../kit/builders.ts'

export const here = 'teams:partner/mei'

/** Wang approved Mei's request for these subscriptions. */
export async function approved(office: ADesk, subscriptions: readonly string[] = [seats]): Promise<void> {
  const ask = { reason: 'non-payment', subscriptions, note: null, override: null } as const
  const listed = [aSubscription(), aSubscription({ id: phones, name: 'Phones' })]
  assert((await office.desk.suspensions.request(contoso, ask, listed, mei, here)).ok)
  assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
}
export async function actsOf(office: ADesk): Promise<readonly SubscriptionAct[]> {
  const request = await office.get('suspension', 'S-1')
  return request && 'acts' in request ? request.acts : []
}
/** The one promise that is due to act, by subscription. */
export async function promise(office: ADesk, subscription = seats): Promise<OutboxEntry> {
  const found = (await office.due()).find(({ order }) => 'subscription' in order && order.subscription === subscription)
  assert(found)
  return found
}
export const suspend = (office: ADesk, entry: OutboxEntry, subscription = seats) =>
  office.desk.carryOut.suspension(entry, { case: 'S-1', subscription })
export const waiting = async (office: ADesk) =>
  (await office.due()).filter(({ order }) => order.kind === 'suspend-subscription').length
