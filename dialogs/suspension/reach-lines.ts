import { capabilities, type Lane } from '../../domain/customers/lane.ts'
import type { SubscriptionId } from '../../domain/shared/ids.ts'
import { addDays, dayAt, type TimeZone } from '../../domain/shared/time.ts'
import {
  isOpen,
  wordOn,
  type CarriedOutSuspension,
  type ChosenSubscription,
  type SuspensionReason,
  type SuspensionRequest,
} from '../../domain/suspension/suspension-request.ts'
import type { Words } from '../words/words.ts'

/**
 * What a suspension does and until when it can be undone, as far as the operators say (facts/partner-center 6.3, 6.4
 * and 15). What they leave open is called unknown. Once it is carried out, only the way back is of interest.
 */
export function reachLines(request: SuspensionRequest, zone: TimeZone, words: Words): readonly string[] {
  const { lane } = request.identity
  if (isOpen(request)) {
    const fresh = request.subscriptions.filter(({ heldFor }) => heldFor === undefined)
    return [
      ...request.subscriptions.flatMap((each) => heldAlready(each, request.reason, words)),
      ...(fresh.length === 0 ? [] : [words.say('reach.users')]),
      ...unique(fresh, (each) => reach(each, lane, zone, words)),
    ]
  }
  if (request.status !== 'carried-out' || request.brokenGlass?.ended?.how === 'reversed') return []
  const done = request.subscriptions.filter(({ id }) => isDone(request, id))
  const approved = wordOn(request)
  const days = capabilities[lane].deletesSuspendedAfterDays
  if (days !== null && done.length > 0) {
    // Nothing was suspended before it was approved: whatever the operator counts from, this is the earliest end.
    return [words.say('reach.21vianet.until', { until: words.day(addDays(dayAt(approved.at, zone), days)) })]
  }
  const back = done.filter(({ model }) => model !== 'azure-plan')
  return unique(back, (each) => reach(each, lane, zone, words))
}

/** Nothing changes today; what changes is when it may come back. */
function heldAlready(
  { name, heldFor = [] }: ChosenSubscription,
  reason: SuspensionReason,
  words: Words,
): readonly string[] {
  if (heldFor.length === 0) return []
  const holds = words.list(heldFor.map((each) => words.say(`hold.${each}`)))
  return [words.say('reach.held-already', { name, holds, reason: words.say(`hold.${reason}`) })]
}

function reach({ model, name, commitmentEnd }: ChosenSubscription, lane: Lane, zone: TimeZone, words: Words): string {
  const days = capabilities[lane].deletesSuspendedAfterDays
  if (days !== null) return words.say('reach.21vianet', { days })
  switch (model) {
    case 'new-commerce':
      return commitmentEnd === null
        ? words.say('reach.unknown', { name })
        : words.say('reach.new-commerce', { name, until: words.day(dayAt(commitmentEnd, zone)) })
    case 'legacy':
      return words.say('reach.legacy')
    case 'azure-plan':
      return words.say('reach.azure-plan')
    case '21vianet':
    case 'unknown':
      return words.say('reach.unknown', { name })
  }
}

function isDone({ acts }: CarriedOutSuspension, id: SubscriptionId): boolean {
  return acts.some(({ subscription, result }) => subscription === id && result.state === 'done')
}

function unique<Item>(items: readonly Item[], say: (item: Item) => string): readonly string[] {
  return [...new Set(items.map(say))]
}
