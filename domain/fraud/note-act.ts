import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import { isSuspicion } from '../holds/hold.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { wordOn, type SuspensionRequest } from '../suspension/suspension-request.ts'
import { alertAudit, ordersOf } from './alert-consequences.ts'
import type { OpenAlert } from './fraud-alert.ts'

export type NoteAct = (entry: OutboxEntry, order: { readonly case: CaseId }) => Promise<void>

/**
 * A suspension on suspicion was decided: the open alerts that it answers know of it, and their clocks stand still. It
 * ended without anything having been done: they wait again.
 */
export function actNoter({ store, now, newId }: DeciderParts): NoteAct {
  return async (entry, { case: id }) => {
    const found = await store.get('suspension', id)
    const request = found?.value
    if (request && isSuspicion(request.reason)) {
      const open = await store.list('fraud-alert', { customer: request.customer, open: true })
      for (const alert of open) if (alert.value.status === 'pending') await note(alert.id, request)
    }
    await store.commit({ settle: [entry.id] })
  }

  function note(alert: CaseId, request: SuspensionRequest): Promise<void> {
    return untilFresh(async () => {
      const found = await store.get('fraud-alert', alert)
      if (found?.value.status !== 'pending') return
      const at = now()
      const stands = found.value.answers.some((one) => one.case === request.id)
      if (stands === isAnswered(found.value, request)) return
      const next = stands ? waitingAgain(found.value, request, at) : answeredBy(found.value, request)
      const what = stands ? 'fraud-alert.act-failed' : 'fraud-alert.acted-on'
      await store.commit({
        save: [saveOf('fraud-alert', alert, next, found.version)],
        audit: [alertAudit(next, at, 'desk', what)],
        outbox: ordersOf(next, what).map((each) => order(newId, each, at)),
      })
    })
  }
}

function answeredBy(alert: OpenAlert, request: SuspensionRequest): OpenAlert {
  return { ...alert, answers: [...alert.answers, { case: request.id, at: wordOn(request).at }] }
}

/** Its escalation counts from now: until now it was thought to be dealt with. */
function waitingAgain(alert: OpenAlert, { id }: SuspensionRequest, now: Instant): OpenAlert {
  const answers = alert.answers.filter((one) => one.case !== id)
  return { ...alert, answers, waitsSince: now, escalated: null }
}

/**
 * Whether a suspension takes out what the alert is about, or is about to; one about the whole customer is answered by
 * any.
 */
function isAnswered(alert: OpenAlert, request: SuspensionRequest): boolean {
  if (request.identity.lane !== alert.lane) return false
  const isMeant = ({ id, plan }: { readonly id: SubscriptionId; readonly plan?: SubscriptionId }) =>
    alert.subscription === null || [id, plan].some((each) => each?.toLowerCase() === alert.subscription?.id)
  if (request.status === 'approved') return request.subscriptions.some(isMeant)
  if (request.status !== 'carried-out') return false
  return request.acts.some(
    ({ subscription: id, plan, result }) =>
      isMeant({ id, ...(plan === undefined ? {} : { plan }) }) &&
      result.state !== 'failed' &&
      result.state !== 'skipped',
  )
}
