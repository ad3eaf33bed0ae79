import { subscriptionId } from '../../bot/demo/world/operator-seed.ts'
import { customerCalled } from './demo-desk.ts'
import type { TeamsPerson } from './teams-person.ts'

/** A customer of the demo that is asked to be suspended, and the case this makes. */
export interface Asked {
  /** The number of the case, as its cards show it. */
  readonly card: string
  readonly name: string
  /** What stands on the card. */
  readonly subscriptions: readonly [string, ...string[]]
}

export function customerToSuspend(card: string, name: string, unpaid: 'one' | 'two'): Asked {
  const customer = customerCalled(name)
  const second = unpaid === 'two' ? [subscriptionId(customer, 2)] : []
  return { card, name, subscriptions: [subscriptionId(customer, 1), ...second] }
}

/** Asks for it in chat, and waits until the card has come to the approver. */
export async function ask(
  asker: TeamsPerson,
  approver: Pick<TeamsPerson, 'sees'>,
  { card, name, subscriptions }: Asked,
) {
  await asker.say(`suspend ${name} for non-payment`)
  await asker.sees(new RegExp(`Suspend ${name} for non-payment\\?`))
  await asker.press('Ask a second person', { subscriptions: subscriptions.join(','), note: 'Nobody picks up.' })
  await approver.sees(new RegExp(`^${card}: suspend ${name}\\?`))
}

export async function approve(approver: TeamsPerson, { card }: Asked): Promise<void> {
  await approver.press('Approve', {}, new RegExp(`^${card}: suspend`))
}

/** What a card of the case says once all of it is done: a line for each subscription, each confirmed. */
export function carriedOut({ card, subscriptions }: Asked): RegExp {
  const confirmed = '[^]*: suspended, confirmed by Partner Center'
  return new RegExp(`^${card}:[^]*carried out\\.${confirmed.repeat(subscriptions.length)}`)
}

/** Every message about the case that stands in somebody's chat. */
export function cardsOf({ card }: Asked, person: TeamsPerson): readonly string[] {
  return person.chat().filter((text) => text.startsWith(`${card}:`))
}
