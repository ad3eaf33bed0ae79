import type { ActResult, Trouble } from '../acts/subscription-act.ts'
import { troubleOf } from '../acts/take-step.ts'
import type { BudgetDeed } from '../cases/case-deed.ts'
import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import type { ActGate } from '../lanes/act-gate.ts'
import { LaneWaits } from '../lanes/lane-waits.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry, Tried } from '../outbox/outbox-entry.ts'
import { approvalHolds, confirmDelay, laneLookMs, patience, retryDelay } from '../outbox/retry-delay.ts'
import type { Commit, Stored } from '../ports/desk-store.ts'
import type { Spending, SpendingOf } from '../ports/spending.ts'
import type { CaseId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, msOf } from '../shared/time.ts'
import { isOver, type ApprovedBudget, type BudgetChange } from './budget.ts'
import { budgetAudit } from './budget-consequences.ts'
import { moveBudget } from './decide-budget.ts'
import { releasing } from './open-budget.ts'

/** How long what the operator took may stay unseen before it is told as not confirmed. */
const confirmWithinMs = 24 * 3_600_000

export type CarryOutBudget = (entry: OutboxEntry, at: { readonly case: CaseId }) => Promise<Tried>

/**
 * Sets an approved budget at the operator and looks whether it stands. Safe to repeat after a crash at any line: the call
 * carries its own intent, is written down before it leaves, and what stands already is seen before anything is called.
 */
export function budgetCarrier(
  parts: DeciderParts & { readonly spendingOf: SpendingOf; readonly gate: ActGate },
): CarryOutBudget {
  const { store, now, newId, gate, spendingOf } = parts

  return async (entry, { case: id }) => {
    const found = await store.get('budget', id)
    if (found?.value.status !== 'approved' || isOver(found.value.act)) {
      await store.commit({ settle: [entry.id] })
      return 'kept'
    }
    const at: At = { entry, found: { ...found, value: found.value } }
    const { act, identity } = at.found.value
    const begun = act.result.state !== 'waiting'
    const isOld = msOf(now()) - approvedAt(at.found.value) > approvalHolds
    try {
      const spending = spendingOf(identity.lane)
      const why = await gate.look(identity.lane, { begun, counted: null })
      if (why !== null) return await end(at, { state: 'skipped', at: now(), why })
      if (!spending) return await end(at, failed(noAccess))
      return await step(at, spending, isOld)
    } catch (fault) {
      if (fault instanceof LaneWaits) {
        if (!begun && isOld) return end(at, { state: 'skipped', at: now(), why: 'too-late' })
        return postpone(at, fault.trouble, laneLookMs)
      }
      if (!(fault instanceof OutsideFault)) throw fault
      const lasted = msOf(now()) - approvedAt(at.found.value) > patience(fault)
      if (!fault.retryable || lasted) return end(at, failed(troubleOf(fault)))
      await postpone(at, troubleOf(fault), retryDelay(fault, entry.attempts))
      return fault
    }
  }

  async function step(at: At, spending: Spending, isOld: boolean): Promise<Tried> {
    const { act, customer, amount, identity } = at.found.value
    const stands = async () => {
      const seen = (await spending.budget(customer))?.amount ?? null
      return seen?.minor === amount.minor && seen.currency === amount.currency
    }
    if (await stands())
      return end(
        at,
        act.result.state === 'waiting'
          ? { state: 'already', at: now() }
          : { state: 'done', at: now(), confirmed: true },
      )
    if (act.result.state === 'accepted') {
      const since = act.result.at
      if (later(since, confirmWithinMs) <= now()) return end(at, { state: 'done', at: now(), confirmed: false })
      return postpone(at, null, confirmDelay(at.entry.attempts))
    }
    if (act.result.state === 'waiting') {
      if (isOld) return end(at, { state: 'skipped', at: now(), why: 'too-late' })
      const may = await gate.begin(identity.lane, null)
      if (typeof may === 'string') return end(at, { state: 'skipped', at: now(), why: may })
      await write(at, { state: 'sent', at: now() }, null, 'budget.sent', may)
    } else {
      const why = await gate.again(identity.lane)
      if (why !== null) return end(at, { state: 'skipped', at: now(), why })
    }
    await spending.setBudget(customer, amount, act.intent)
    const taken: ActResult = { state: 'accepted', at: now() }
    await write(at, taken, null, null, {})
    if (await stands()) return end(at, { state: 'done', at: now(), confirmed: true })
    return postpone(at, null, confirmDelay(at.entry.attempts))
  }

  /** One commit; what was read is what it is based on from then on. */
  async function write(
    at: At,
    result: ActResult,
    trouble: Trouble | null,
    what: BudgetDeed | null,
    more: Commit,
  ): Promise<void> {
    const moment = now()
    const { value, version, id } = at.found
    const since = value.act.delay?.since ?? moment
    const next = moveBudget(value, { ...value.act, result, delay: trouble && { trouble, since } }, moment)
    const told = next.status === 'carried-out' ? ([{ kind: 'tell-staff', case: id, staff: next.askedBy }] as const) : []
    const orders = [{ kind: 'update-cards', case: id } as const, ...told]
    await store.commit({
      ...more,
      save: [saveOf('budget', id, next, version), ...(more.save ?? [])],
      remove: [...(await releasing(next, store)), ...(more.remove ?? [])],
      audit: what === null ? [] : [budgetAudit(next, moment, 'desk', what)],
      outbox: orders.map((each) => order(newId, each, moment)),
    })
    if (next.status === 'approved') at.found = { id, value: next, version: version + 1 }
  }

  async function end(at: At, result: ActResult): Promise<Tried> {
    await write(at, result, null, 'budget.acted', { settle: [at.entry.id] })
    return 'kept'
  }

  async function postpone(at: At, trouble: Trouble | null, ms: number): Promise<Tried> {
    const next = { ...at.entry, attempts: at.entry.attempts + 1, dueAt: later(now(), ms) }
    const before = at.found.value.act.delay?.trouble ?? null
    if (JSON.stringify(before) === JSON.stringify(trouble)) await store.commit({ postpone: [next] })
    else await write(at, at.found.value.act.result, trouble, null, { postpone: [next] })
    return 'postponed'
  }

  function failed(trouble: Trouble): ActResult {
    return { state: 'failed', at: now(), trouble }
  }
}

interface At {
  readonly entry: OutboxEntry
  found: Omit<Stored<BudgetChange>, 'value'> & { readonly value: ApprovedBudget }
}

const noAccess: Trouble = { kind: 'refused', code: 'lane-not-configured', description: null, correlationId: null }

function approvedAt({ approvals, askedAt }: ApprovedBudget): number {
  return msOf(approvals.at(-1)?.at ?? askedAt)
}
