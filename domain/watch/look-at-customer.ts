import { caseId } from '../cases/case.ts'
import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import type { SightingDeed } from '../cases/case-deed.ts'
import { isMatched } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'
import { heldKey, type HeldSubscription } from '../holds/hold.ts'
import { order } from '../outbox/orders.ts'
import { StaleWrite, type Stored } from '../ports/desk-store.ts'
import type { OperatorLane, OperatorSubscription } from '../ports/operator-lane.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CustomerId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import { identityOnCard } from '../suspension/shown-on-card.ts'
import { compare, type Comparison } from './compare.ts'
import { lookedAgain } from './decide-sighting.ts'
import { purchaseLook, type PurchaseLookParts } from './look-for-purchases.ts'
import { ownDoings, type OwnLog } from './own-doings.ts'
import type { OpenSighting, SightedSubscription, Sighting } from './sighting.ts'
import { holdsAfter, isPlacedBy, sightingAudit, sightingPointer } from './sighting-consequences.ts'
import type { SeenCustomer, SeenSubscription, WatchMemory } from './watch-memory.ts'

export interface LookParts extends DeciderParts, PurchaseLookParts {
  readonly book: StandingBook
  readonly memory: WatchMemory
}

/** A subscription with what was found about it. */
interface Judged {
  readonly shown: OperatorSubscription
  readonly found: Comparison
}

/**
 * One look at a customer: what the operator shows is compared with our own log, which is read again afterwards, and what
 * differs becomes a case, or joins the one that is open; suspicious purchases are raised. The first look at a customer
 * while a lane's baseline is taken only remembers. Single Azure subscriptions are not in the operator's list: they are not watched. Throws `OutsideFault`.
 */
export function customerLook(parts: LookParts) {
  const { store, book, memory, now, newId } = parts
  const purchases = purchaseLook(parts)

  return async (lane: Lane, operator: OperatorLane, customer: CustomerId): Promise<void> => {
    const before = memory.customer(lane, customer)
    const seenBefore = before?.seenAt ?? null
    const triedAt = now()
    const bought = purchases.blank(lane, triedAt)
    memory.see(lane, customer, { subscriptions: [], seenAt: null, bought, ...before, triedAt })
    const turns = await turnsOf(customer)
    const first = await judge(await operator.subscriptions(customer))
    const old = seenBefore === null && memory.lane(lane).baselineAt === null
    const odd = old ? [] : first.all.filter(isDifferent).map(({ shown }) => shown.id)
    // A list may lag behind: what differs is read once more by itself, and our own log after it.
    const judged = odd.length === 0 ? first : await judge(await readAgain(first.all, odd))

    const kept = old || (await settle(judged))
    if (!kept) return
    memory.see(lane, customer, remembered(judged))
    if (judged.all.some(isDifferent) && !old) await memory.keep(lane)
    await purchases.at(
      lane,
      customer,
      judged.all.map(({ shown }) => shown),
      seenBefore,
    )

    async function readAgain(all: readonly Judged[], ids: readonly SubscriptionId[]) {
      return Promise.all(
        all.map(async ({ shown }) => (ids.includes(shown.id) ? operator.subscription(customer, shown.id) : shown)),
      )
    }

    async function judge(shown: readonly OperatorSubscription[]) {
      const held = (await store.list('held', { customer })).filter(({ value }) => value.lane === lane)
      const log = await logOf(customer, held)
      const turnsNow = await turnsOf(customer)
      const all = shown.map((one): Judged => {
        const base = shown.find(({ id }) => id === one.parent) ?? null
        // Whose turn it was changed while we looked: what was seen may be our own doing half done.
        const moved = [one, ...(base ? [base] : [])].some(({ id }) => {
          const key = heldKey(lane, customer, id)
          return turns.get(key) !== turnsNow.get(key)
        })
        const found = compare({
          status: one.status,
          ours: ownDoings(log, lane, one.id),
          base: base && { status: base.status, ours: ownDoings(log, lane, base.id) },
          before: before?.subscriptions.find(({ id }) => id === one.id) ?? null,
          seenBefore,
        })
        return { shown: one, found: moved ? 'unsure' : found }
      })
      return { all, held }
    }

    /** Opens, extends or ends the customer's case; false where somebody else wrote meanwhile and nothing counts. */
    async function settle({ all, held }: Awaited<ReturnType<typeof judge>>): Promise<boolean> {
      const pointer = await store.get('open-case', sightingPointer(lane, customer))
      const open = pointer && (await store.get('sighting', pointer.value.case))
      const sighting = open?.value.status === 'pending' ? open.value : null
      const returned = sighting ? backInService(sighting, all, held) : []
      const found = all.filter(isDifferent).flatMap((one) => sighted(one, held, sighting, returned))
      if (!sighting && found.length === 0) return true
      const at = now()
      const next = sighting
        ? lookedAgain(sighting, { found, isOver: (one) => isOver(one, all, held, sighting), now: at })
        : await opened(found, at)
      if (next === null) return sighting !== null
      const taken = found.filter(({ difference }) => difference === 'suspended-elsewhere')
      const holds = holdsAfter(held, next, taken, returned, at)
      const deed: SightingDeed = sighting
        ? next.status === 'agreed'
          ? 'sighting.agreed'
          : 'sighting.seen-again'
        : 'sighting.opened'
      try {
        await store.commit({
          save: [
            saveOf('sighting', next.id, next, sighting && open ? open.version : null),
            ...holds.save,
            ...(sighting
              ? []
              : [
                  {
                    kind: 'open-case',
                    id: sightingPointer(lane, customer),
                    value: { case: next.id, customer },
                    basedOn: pointer?.version ?? null,
                  } as const,
                ]),
          ],
          remove: [
            ...holds.remove,
            ...(next.status === 'agreed' && pointer
              ? [{ kind: 'open-case', id: pointer.id, basedOn: pointer.version } as const]
              : []),
          ],
          audit: [sightingAudit(next, at, 'desk', deed)],
          outbox: [
            order(
              newId,
              sighting ? { kind: 'update-cards', case: next.id } : { kind: 'post-case', case: next.id, askedIn: null },
              at,
            ),
          ],
        })
        return true
      } catch (fault) {
        // The log moved on while it was read: the next look sees what became of it.
        if (fault instanceof StaleWrite) return false
        throw fault
      }
    }

    async function opened(found: readonly SightedSubscription[], at: Instant): Promise<Sighting | null> {
      const of = (await book.today()).of(customer)
      if (!of || !isMatched(of.customer)) return null
      return {
        status: 'pending',
        id: caseId('sighting', await store.nextNumber('O')),
        customer,
        lane,
        identity: identityOnCard(of.customer),
        openedAt: at,
        subscriptions: found,
        notices: [],
      }
    }

    function sighted(
      { shown, found }: Judged,
      held: readonly Stored<HeldSubscription>[],
      sighting: OpenSighting | null,
      returned: readonly SubscriptionId[],
    ): readonly SightedSubscription[] {
      if (found === 'agrees' || found === 'unsure') return []
      const holds = held.find(({ value }) => value.subscription === shown.id)?.value.holds ?? []
      const ownHold = (hold: (typeof holds)[number]) => hold.reason === 'operator' && hold.case === sighting?.id
      const left = returned.includes(shown.id) ? holds.filter((hold) => !ownHold(hold)) : holds
      if (found === 'active-though-held' && left.length === 0) return []
      const was = before?.subscriptions.find(({ id }) => id === shown.id)
      const inService = was ? was.inServiceAt : seenBefore
      return [
        {
          id: shown.id,
          name: shown.name,
          difference: found,
          seenAt: triedAt,
          changedAfter: found === 'suspended-elsewhere' ? inService : seenBefore,
          suspensionReasons: shown.suspensionReasons,
          heldFor: left.map(({ reason }) => reason),
          overAt: null,
        },
      ]
    }

    function remembered({ all, held }: Awaited<ReturnType<typeof judge>>): SeenCustomer {
      const subscriptions = all.flatMap(({ shown, found }): readonly SeenSubscription[] => {
        const was = before?.subscriptions.find(({ id }) => id === shown.id) ?? null
        // Nothing was learnt: it is judged again by what was known.
        if (found === 'unsure') return was ? [was] : []
        const isHeld = held.some(({ value }) => value.subscription === shown.id)
        if (shown.status === 'active' && !isHeld) return []
        const { id, name, status, model, commitmentEnd } = shown
        const lastInService = was ? was.inServiceAt : seenBefore
        const inServiceAt = status === 'active' ? triedAt : lastInService
        const still = found === 'agrees' && was?.status === status ? was.difference : null
        const difference = found === 'agrees' ? still : found
        return [{ id, name, status, model, commitmentEnd, inServiceAt, difference }]
      })
      return { triedAt, seenAt: triedAt, subscriptions, bought: memory.customer(lane, customer)?.bought ?? null }
    }
  }

  async function turnsOf(customer: CustomerId): Promise<ReadonlyMap<string, number>> {
    return new Map((await store.list('turn', { customer })).map(({ id, version }) => [id, version]))
  }

  async function logOf(customer: CustomerId, held: readonly Stored<HeldSubscription>[]): Promise<OwnLog> {
    const [suspensions, resumptions] = await Promise.all([
      store.list('suspension', { customer }),
      store.list('resumption', { customer }),
    ])
    return {
      suspensions: suspensions.map(({ value }) => value),
      resumptions: resumptions.map(({ value }) => value),
      held: held.map(({ value }) => value),
    }
  }
}

function isDifferent({ found }: Judged): boolean {
  return found !== 'agrees' && found !== 'unsure'
}

/** What the operator took out by this very case and has brought back itself. */
function backInService(
  sighting: OpenSighting,
  all: readonly Judged[],
  held: readonly Stored<HeldSubscription>[],
): readonly SubscriptionId[] {
  return all
    .filter(({ shown, found }) => shown.status === 'active' && found !== 'unsure')
    .map(({ shown }) => shown.id)
    .filter((id) => held.some(({ value }) => value.subscription === id && isPlacedBy(value, sighting.id)))
}

/** Whether a subscription of the case is again as this desk left it, or no question any more. */
function isOver(
  { id, difference }: SightedSubscription,
  all: readonly Judged[],
  held: readonly Stored<HeldSubscription>[],
  sighting: OpenSighting,
): boolean {
  const one = all.find(({ shown }) => shown.id === id)
  if (!one) return true
  const { status } = one.shown
  if (one.found === 'unsure' || status === 'pending' || status === 'unknown') return false
  if (difference === 'suspended-elsewhere') return status !== 'suspended'
  const holds = held.find(({ value }) => value.subscription === id)?.value.holds ?? []
  return status !== 'active' || holds.every((hold) => hold.reason === 'operator' && hold.case === sighting.id)
}
