import { audienceOf, placesFor, reachableOf, type PlacesOf } from '../cases/audience.ts'
import { order } from '../outbox/orders.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import type { EscalationTarget, FraudEscalation } from '../policy/fraud-escalation.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { CaseId, NewId, PlaceId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import type { Role } from '../staff/powers.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import type { OpenAlert } from './fraud-alert.ts'
import { isGraveOf } from './tend-alert.ts'

/** `step` counts from 1; 0 stands for a card that no chat took in time. */
export type Escalate = (entry: OutboxEntry, order: { readonly case: CaseId; readonly step: number }) => Promise<void>

interface EscalatorParts {
  readonly store: DeskStore
  readonly staff: StaffDesk
  readonly routes: RouteDesk
  readonly placesOf: PlacesOf
  readonly policy: { readonly fraudEscalation: FraudEscalation }
  readonly now: Clock
  readonly newId: NewId
}

const rolesBehind: Readonly<Record<'fraud-leads' | 'approvers' | 'administrators', Role>> = {
  'fraud-leads': 'fraud-lead',
  approvers: 'approver',
  administrators: 'administrator',
}

/**
 * Orders the card anew for everybody a step of the escalation names, and a call where it names the pager, while nobody
 * holds the alert or has put it aside.
 */
export function escalator(parts: EscalatorParts): Escalate {
  const { store, staff, now, newId, policy } = parts

  return async (entry, { case: id, step }) => {
    const found = await store.get('fraud-alert', id)
    const alert = found?.value
    const waits =
      alert?.status === 'pending' && alert.holder === null && alert.snooze === null && alert.answers.length === 0
    const orders = waits ? await ordersFor(alert, step) : []
    await store.commit({ settle: [entry.id], outbox: orders.map((what) => order(newId, what, now())) })
  }

  async function ordersFor(alert: OpenAlert, step: number): Promise<readonly Order[]> {
    const { high, others } = policy.fraudEscalation
    const steps = isGraveOf(alert, policy.fraudEscalation) ? high : others
    const targets: readonly EscalationTarget[] = step === 0 ? ['fraud-leads', 'pager'] : (steps[step - 1]?.to ?? [])
    const places = new Set((await Promise.all(targets.map((target) => placesOf(alert, target)))).flat())
    const promisedAt = now()
    const cards = [...places].map(
      (place) => ({ kind: 'post-card', case: alert.id, place, reminder: true, promisedAt }) as const,
    )
    if (!targets.includes('pager')) return cards
    const { id, lane, severity, openedAt: since } = alert
    const kind = step === 0 ? 'undelivered' : 'unanswered'
    return [...cards, { kind: 'page', call: { id: newId(), kind, case: id, lane, severity, since, at: now() } }]
  }

  async function placesOf(alert: OpenAlert, target: EscalationTarget): Promise<readonly PlaceId[]> {
    if (target === 'channel') return placesFor(audienceOf({ kind: 'fraud-alert', value: alert }), parts)
    if (target === 'pager') return []
    if (target.startsWith('#')) {
      const name = target.slice(1).toLowerCase()
      const known = await store.list('address')
      return known
        .filter(({ value }) => value.kind !== 'personal' && !value.dead && !value.outsiders)
        .filter(({ value }) => value.name.replace(/^#/, '').toLowerCase() === name)
        .map(({ value }) => value.place)
    }
    const role = rolesBehind[target as keyof typeof rolesBehind]
    const people = (await staff.all()).filter(({ name, roles }) =>
      target.startsWith('@') ? name.toLowerCase() === target.slice(1).toLowerCase() : roles.includes(role),
    )
    const places = await Promise.all(people.map((one) => reachableOf(one, parts)))
    return places.flatMap((place) => place ?? [])
  }
}
