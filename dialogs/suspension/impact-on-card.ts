import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { Impact } from '../../domain/impact/impact.ts'
import { impactOf, nothingRead } from '../../domain/impact/impact-of.ts'
import { wayBack } from '../../domain/impact/way-back.ts'
import { dayAt, type TimeZone } from '../../domain/shared/time.ts'
import {
  isOpen,
  wordOn,
  type ChosenSubscription,
  type SuspensionReason,
  type SuspensionRequest,
} from '../../domain/suspension/suspension-request.ts'
import { holdWords, type HoldTeller } from '../phrases/held-line.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import { impactParts, wayBackParts } from './impact-parts.ts'

/** What a request's card tells of its impact: all of it while somebody decides; once carried out, the way back. */
export function impactOnCard(request: SuspensionRequest, talk: HoldTeller): readonly Part[] {
  const { zone, words } = talk
  const { lane } = request.identity
  if (isOpen(request)) {
    return [
      ...request.subscriptions.flatMap((each) => heldAlready(each, request.reason, talk)),
      ...impactParts(request.impact ?? asFarAsKept(request, zone), lane, words),
    ]
  }
  if (request.status !== 'carried-out' || request.brokenGlass?.ended?.how === 'reversed') return []
  // Nothing was suspended before it was approved, or before it was to begin: whatever the operator counts from, this is the earliest end.
  const from = dayAt(request.start?.at ?? wordOn(request).at, zone)
  const done = request.subscriptions.filter(
    ({ id, model }) =>
      model !== 'azure-plan' &&
      request.acts.some(({ subscription, result }) => subscription === id && result.state === 'done'),
  )
  const ways = done.map((each) => ({ name: each.name, wayBack: wayBack(each, lane, from, zone) }))
  return wayBackParts(ways, from, lane, words)
}

/** Nothing changes today; what changes is when it may come back. */
function heldAlready(
  { name, heldFor = [], holds: placed }: ChosenSubscription,
  reason: SuspensionReason,
  talk: HoldTeller,
): readonly Part[] {
  if (heldFor.length === 0) return []
  const { words } = talk
  const holds = words.list(
    placed?.map((hold) => holdWords(hold, talk)) ?? heldFor.map((each) => words.say(`hold.${each}`)),
  )
  return [line(words.say('impact.held-already', { name, holds, reason: words.say(`hold.${reason}`) }))]
}

/** The impact of a request that an older desk kept without one. */
function asFarAsKept({ subscriptions, identity, askedAt }: SuspensionRequest, zone: TimeZone): Impact {
  const shown = subscriptions.map(asShown)
  const ids = subscriptions.map(({ id }) => id)
  return impactOf(ids, shown, nothingRead, { lane: identity.lane, from: dayAt(askedAt, zone), zone })
}

function asShown({
  id,
  name,
  quantity,
  parent,
  model,
  commitmentEnd,
  heldFor,
  plan,
}: ChosenSubscription): OperatorSubscription {
  return {
    ...{ id, name, offer: name, quantity, parent, model, commitmentEnd },
    ...{ status: heldFor ? 'suspended' : 'active', suspensionReasons: [], autoRenew: null, term: null },
    ...(plan !== undefined && { plan }),
    ...{ billingCycle: null, cancellableUntil: null, scheduledChange: null },
  }
}
