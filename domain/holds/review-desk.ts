import { placesFor, type PlacesOf } from '../cases/audience.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import { StaleWrite, type Stored } from '../ports/desk-store.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, msOf, type Instant } from '../shared/time.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import type { HeldSubscription, Hold, HoldReview } from './hold.ts'
import { reviewOf } from './place-hold.ts'

/** Holds placed by one case within this time are looked at together. */
const togetherMs = 3_600_000

export type KeepRefusal =
  { readonly code: 'may-not-review'; readonly reason: HoldReview['reason'] } | { readonly code: 'nothing-to-review' }

/** Looking again at what is held on suspicion, once its day has come. */
export interface ReviewDesk {
  /** What is due to be looked at now; empty once somebody has decided. */
  due(what: HoldReview): Promise<readonly HeldSubscription[]>
  /** Orders the question, once, for whoever answers for the holds and for those who can lift them. */
  spread(entry: OutboxEntry, what: HoldReview): Promise<void>
  /** The holds stay; they are looked at again after as many days. Gives the new day. */
  keep(what: HoldReview, by: Staff): Promise<Outcome<Instant, KeepRefusal | VersionRefusal>>
}

interface ReviewParts extends DeciderParts {
  readonly policy: { readonly suspicionReviewDays: number }
  readonly routes: RouteDesk
  readonly staff: StaffDesk
  readonly placesOf: PlacesOf
}

export function createReviewDesk(parts: ReviewParts): ReviewDesk {
  const { store, now, newId, policy, staff, placesOf } = parts
  const isDue = ({ reason, review }: Hold, what: HoldReview) =>
    reason === what.reason && review !== undefined && msOf(review) <= msOf(now()) + togetherMs
  const dueNow = async (what: HoldReview): Promise<readonly Stored<HeldSubscription>[]> =>
    (await store.list('held', { customer: what.customer })).filter(
      ({ value }) => value.lane === what.lane && value.holds.some((hold) => isDue(hold, what)),
    )
  /** The routed channel or, where there is none, each fraud lead; and whoever answers for a hold. */
  const placesOfReview = async (what: HoldReview, held: readonly HeldSubscription[]): Promise<readonly PlaceId[]> => {
    const leads = await placesFor({ topic: 'approvals', verb: `resume from ${what.reason}`, except: null }, parts)
    const owners = new Set(held.flatMap(({ holds }) => holds.filter((hold) => isDue(hold, what)).map(({ by }) => by)))
    const known = (await staff.all()).filter(({ id }) => owners.has(id))
    return [...new Set([...leads, ...known.flatMap((one) => placesOf(one).slice(0, 1))])]
  }

  return {
    due: async (what) => (await dueNow(what)).map(({ value }) => value),

    async spread(entry, what) {
      const held = await dueNow(what)
      const asked = held.flatMap(({ value }) => value.holds.filter((hold) => isDue(hold, what)))
      // Each hold has its own promise; whichever comes first asks for all of them.
      const told = asked.length === 0 || asked.every(({ asked: already }) => already === true)
      const where = told
        ? []
        : await placesOfReview(
            what,
            held.map(({ value }) => value),
          )
      await store
        .commit({
          settle: [entry.id],
          save: told
            ? []
            : held.map(({ id, value, version }) => ({
                kind: 'held',
                id,
                basedOn: version,
                value: {
                  ...value,
                  holds: value.holds.map((hold) => (isDue(hold, what) ? { ...hold, asked: true as const } : hold)),
                },
              })),
          outbox: where.map((place) => order(newId, { ...what, kind: 'post-review', place }, now())),
        })
        .catch((fault: unknown) => {
          // Kept already, by another process.
          if (!(fault instanceof StaleWrite && fault.kind === 'outbox')) throw fault
        })
    },

    async keep(what, by) {
      if (!mayAsk(by.roles, `resume from ${what.reason}`) && !(await answersFor(what, by)))
        return refused({ code: 'may-not-review', reason: what.reason })
      const held = await dueNow(what)
      if (held.length === 0) return refused({ code: 'nothing-to-review' })
      const at = now()
      const review = reviewOf(what.reason, at, policy.suspicionReviewDays) ?? later(at, 0)
      return unlessStale<Instant, never>(async () => {
        await store.commit({
          save: held.map(({ id, value, version }) => ({
            kind: 'held',
            id,
            basedOn: version,
            value: { ...value, holds: value.holds.map((hold) => (isDue(hold, what) ? keptHold(hold, review) : hold)) },
          })),
          audit: [
            {
              at,
              by: by.id,
              what: 'hold.kept',
              about: what.customer,
              customer: what.customer,
              lane: what.lane,
              details: { reason: what.reason, review, subscriptions: held.map(({ value }) => value.subscription) },
            },
          ],
          outbox: [order(newId, { kind: 'review-holds', ...what }, review)],
        })
        return granted(review)
      })
    },
  }

  async function answersFor(what: HoldReview, { id }: Staff): Promise<boolean> {
    return (await dueNow(what)).some(({ value }) => value.holds.some((hold) => isDue(hold, what) && hold.by === id))
  }
}

function keptHold({ asked, ...hold }: Hold, review: Instant): Hold {
  return { ...hold, review }
}
