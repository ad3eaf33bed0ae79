import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import { confirmDelay } from '../outbox/retry-delay.ts'
import { heldKey } from '../holds/hold.ts'
import type { ActGate } from '../lanes/act-gate.ts'
import { laneWaitOf } from '../lanes/lane-waits.ts'
import { StaleWrite, type Commit, type Save, type Stored } from '../ports/desk-store.ts'
import type { Cases } from '../cases/case.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { untilFresh } from '../shared/versioned.ts'
import { handOverOrders, handingOver, waitsByHand } from './hand-over.ts'
import { isSettled, type ActProgress, type ActResult, type SubscriptionAct } from './subscription-act.ts'
import { asActing, type Acting, type ActingKind, type Seen, type Trade } from './trade.ts'
import type { Turn } from './turn.ts'

/** Which act, and the promise under which it is carried out. */
interface ActAt {
  readonly case: CaseId
  readonly subscription: SubscriptionId
  readonly entry: OutboxEntry
}

/** The partner's own: a reminder comes on a working morning. */
export interface Calendar {
  readonly policy: Pick<CollectionsPolicy, 'calendar'>
}

/** Writes down how an act comes along, on the case as it is at that moment. */
interface ActProgressWriter<K extends ActingKind> {
  /** Begins a look at the subscription. Throws "busy" while another case acts on it. */
  look(value: Acting<K>, at: ActAt): Promise<Look>
  /** Throws like a promise that is kept where somebody ended the act meanwhile. */
  unlessEnded(at: ActAt): Promise<void>
  /** The call is about to leave, by what was seen; a result is what ends the act instead. Throws {@link LaneWaits}. */
  begin(at: ActAt, look: Look, seen?: Seen): Promise<ActResult | null>
  /** An act that has ended meanwhile keeps its result; the promises are written in any case. */
  write(
    at: ActAt,
    moved: ActProgress,
    promises: Pick<Commit, 'settle' | 'postpone'>,
    look?: Look,
    seen?: Seen | null,
  ): Promise<void>
}

/** The turn as it was when somebody looked: what was seen counts while nobody else has acted since. */
interface Look {
  readonly turn: Stored<Turn> | null
}

export function actProgress<K extends ActingKind>(
  trade: Trade<K>,
  { store, now, newId, gate, policy }: DeciderParts & Calendar & { readonly gate: ActGate },
): ActProgressWriter<K> {
  /** The act as it stands now; null once it has ended. */
  const find = async (at: ActAt) => {
    const found: Stored<Cases[K]> | null = await store.get(trade.kind, at.case)
    const value = found && asActing<K>(found.value)
    const act = value?.acts.find(({ subscription }) => subscription === at.subscription)
    return found && value && act && !isSettled(act) ? { version: found.version, value, act } : null
  }
  const turnOf = (value: Acting<K>, { subscription }: ActAt) =>
    store.get('turn', heldKey(trade.laneOf(value), value.customer, subscription))
  const turnTo = (of: CaseId | null, value: Acting<K>, at: ActAt, before: Stored<Turn> | null): Save => ({
    kind: 'turn',
    id: heldKey(trade.laneOf(value), value.customer, at.subscription),
    value: { customer: value.customer, case: of },
    basedOn: before?.version ?? null,
  })
  /** Throws "busy" where somebody acted since the look: what was seen may be so no longer. */
  const stillAsSeen = async (value: Acting<K>, at: ActAt, { turn }: Look): Promise<void> => {
    if ((await turnOf(value, at))?.version !== turn?.version) throw otherCase(trade.laneOf(value), at.entry)
  }

  return {
    async look(value, at) {
      const turn = await turnOf(value, at)
      if (turn && turn.value.case !== null && turn.value.case !== at.case)
        throw otherCase(trade.laneOf(value), at.entry)
      return { turn }
    },

    async unlessEnded(at) {
      if (!(await find(at))) throw new StaleWrite('outbox', at.entry.id)
    },

    begin: (at, look, seen = []) =>
      untilFresh(async () => {
        const found = await find(at)
        // Whoever ended the act left nothing to promise; the call must not leave any more.
        if (!found) throw new StaleWrite('outbox', at.entry.id)
        const { value, act, version } = found
        await stillAsSeen(value, at, look)
        const ended = await trade.stillWanted(value, act)
        if (ended) return ended
        const passed = await gate.begin(trade.laneOf(value), trade.counted(value))
        if (typeof passed === 'string') return { state: 'skipped', at: now(), why: passed }
        const result: ActResult = { state: 'sent', at: now() }
        const next = trade.move(value, at.subscription, { result }, result.at)
        const kept = (await trade.before?.(value, act, seen, result.at)) ?? []
        await store.commit({
          save: [
            saveOf(trade.kind, at.case, next, version),
            turnTo(at.case, value, at, look.turn),
            ...kept,
            ...(passed.save ?? []),
          ],
          unchanged: passed.unchanged ?? [],
          audit: [trade.audit(next, act, result, result.at)],
        })
        return null
      }),

    write: (at, come, promises, look, seen = null) =>
      untilFresh(async () => {
        const found = await find(at)
        const moved = found ? await handingOver(come, found, trade, now()) : come
        if (!found || isSameDelay(found.act, moved)) return store.commit(promises)

        const { value, act, version } = found
        const moment = now()
        const next = trade.move(value, at.subscription, moved, moment)
        const { result } = moved
        const ended = result !== undefined && isSettled({ ...act, result })
        const turn = ended ? await turnOver(value, at, result, look) : []
        const also = ended ? await trade.also(value, act, result, seen) : {}
        const after = await trade.after(next, moment)
        await store.commit({
          ...promises,
          save: [saveOf(trade.kind, at.case, next, version), ...turn, ...(also.save ?? [])],
          remove: [...(also.remove ?? []), ...(after.remove ?? [])],
          audit: result === undefined ? [] : [trade.audit(next, act, result, moment)],
          outbox: [
            ...[...(also.orders ?? []), ...after.orders].map((what) => order(newId, what, moment)),
            ...(also.later ?? []).map((what) => order(newId, what.order, what.dueAt)),
            ...(waitsByHand(value).length === 0 && waitsByHand(next).length > 0
              ? handOverOrders(value, { now: moment, calendar: policy.calendar, newId })
              : []),
          ],
        })
      }),
  }

  /** Gives the turn back; that nothing was left to do is a turn of its own, since others must not have acted since. */
  async function turnOver(
    value: Acting<K>,
    at: ActAt,
    result: ActResult,
    look: Look | undefined,
  ): Promise<readonly Save[]> {
    if (result.state === 'already' && look) {
      await stillAsSeen(value, at, look)
      return [turnTo(null, value, at, look.turn)]
    }
    const turn = await turnOf(value, at)
    return turn?.value.case === at.case ? [turnTo(null, value, at, turn)] : []
  }
}

/** Whether the card says so already; trouble of one kind is told once, and each thing that is waited for by itself. */
function isSameDelay({ delay }: SubscriptionAct, { delay: moved }: ActProgress): boolean {
  if (!delay || !moved) return false
  const { trouble } = moved
  // What is newly handed over to people is news.
  const handedOver = delay.byHandSince !== moved.byHandSince
  return !handedOver && delay.trouble.kind === trouble.kind && laneWaitOf(delay.trouble) === laneWaitOf(trouble)
}

function otherCase(lane: Lane, { attempts }: OutboxEntry): OutsideFault {
  const retryAfterMs = confirmDelay(attempts)
  return new OutsideFault({ service: `partner-center:${lane}`, kind: 'busy', code: 'other-case', retryAfterMs })
}
