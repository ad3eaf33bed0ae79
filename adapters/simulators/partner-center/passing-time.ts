import { z } from 'zod'
import { instantOf, later, msOf, type Instant } from '../../../domain/shared/time.ts'
import { arrive, carryOut } from './carry-out.ts'
import { arriveAzure } from './change-azure.ts'
import type { StatusWord } from './seed.ts'
import type { Resource } from './resource.ts'
import { termEnd } from './status-rules.ts'
import type { Switches } from './switches.ts'
import type { SimulatedSubscription, World } from './world.ts'

const day = 86_400_000

interface Due {
  readonly at: Instant
  readonly happen: () => void
}

/** Lets everything happen that the calendar brings up to now, in order, each at its own moment. */
export function letTimePass(world: World, switches: Switches, now: Instant): void {
  for (;;) {
    const due = [
      ...world.subscriptions.flatMap((held) => nextFor(held, world, switches)),
      ...world.azure.flatMap((held): readonly Due[] => {
        const { starting } = held
        return starting === null ? [] : [{ at: starting.at, happen: () => arriveAzure(held, starting.at, world) }]
      }),
    ]
      .filter(({ at }) => at <= now)
      .sort((one, other) => msOf(one.at) - msOf(other.at))[0]
    if (due === undefined) return
    due.happen()
  }
}

function nextFor(held: SimulatedSubscription, world: World, switches: Switches): readonly Due[] {
  const becomes = (to: StatusWord, at: Instant): Due => {
    return { at, happen: () => carryOut(to, held, { by: 'time', at, requestId: null }, world, switches) }
  }
  const { underWay } = held
  const dues: Due[] = []
  if (underWay?.at != null) {
    const { at } = underWay
    dues.push({ at, happen: () => arrive(held, at, world, switches) })
  }
  switch (held.resource.status) {
    case 'active':
      dues.push(
        ...atTermEnd(held, (at) => (held.resource.autoRenewEnabled ? renewal(held, at) : becomes('expired', at))),
      )
      break
    case 'suspended':
      // facts/partner-center 6.3, 6.4
      if (held.soldAs === 'new-commerce')
        dues.push(...atTermEnd(held, (at) => becomes(switches.suspendedAtTermEnd, at)))
      if (held.soldAs === '21vianet')
        dues.push(becomes('deleted', later(held.since, switches.vianetDaysUntilDeleted * day)))
      if (held.soldAs === 'legacy') {
        const days = msOf(held.since) + switches.legacyDaysUntilDeleted * day
        dues.push(becomes('deleted', instantOf(Math.max(msOf(held.since), Math.min(days, termEnd(held))))))
      }
      break
    // 6.4: 30 days of access for some, then disabled, then gone; 30 and 90 are the days named there.
    case 'expired':
      dues.push(becomes('disabled', later(held.since, 30 * day)))
      break
    case 'disabled':
      dues.push(becomes('deleted', later(held.since, 90 * day)))
      break
    case 'none':
    case 'pending':
    case 'deleted':
  }
  return dues
}

function atTermEnd(held: SimulatedSubscription, due: (at: Instant) => Due): readonly Due[] {
  const end = termEnd(held)
  return Number.isFinite(end) && end < Date.UTC(9000, 0) ? [due(instantOf(Math.max(end, msOf(held.since))))] : []
}

/** The next term begins; what was scheduled for it has now happened. */
function renewal(held: SimulatedSubscription, at: Instant): Due {
  return {
    at,
    happen() {
      const { resource } = held
      Object.assign(resource, scheduledFor(resource))
      delete resource.scheduledNextTermInstructions
      const end = new Date(at)
      const [, count = '1', unit = 'Y'] = /^P(\d+)([MY])$/.exec(resource.termDuration) ?? []
      if (unit === 'Y') end.setUTCFullYear(end.getUTCFullYear() + Math.max(1, Number(count)))
      else end.setUTCMonth(end.getUTCMonth() + Math.max(1, Number(count)))
      resource.effectiveStartDate = at
      resource.commitmentEndDate = end.toISOString()
      if (resource.commitmentEndDateTime !== undefined) resource.commitmentEndDateTime = end.toISOString()
      // 6.5: seven days from each renewal.
      if (held.soldAs === 'new-commerce') resource.cancellationAllowedUntilDate = later(at, 7 * day)
      held.version += 1
    },
  }
}

const scheduled = z.object({
  quantity: z.number().optional(),
  product: z.object({ termDuration: z.string().optional(), billingCycle: z.string().optional() }).optional(),
})

/** What was scheduled, as far as this simulation knows products: quantity, term and billing (docs: create-scheduled-changes). */
function scheduledFor({ scheduledNextTermInstructions }: Resource): Partial<Resource> {
  const { quantity, product } = scheduled.safeParse(scheduledNextTermInstructions).data ?? {}
  return Object.fromEntries(Object.entries({ quantity, ...product }).filter(([, value]) => value !== undefined))
}
