import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { WebhookOutcome } from '../adapters/partner-center/webhooks/webhook-door.ts'
import { lanes, type Lane } from '../domain/customers/lane.ts'
import { laneStatuses, type LaneState } from '../domain/lanes/lane-state.ts'
import type { DeskStore } from '../domain/ports/desk-store.ts'
import { msOf, type Clock } from '../domain/shared/time.ts'
import type { AccessOf } from './open-lanes.ts'

/** What the desk counts of itself: kinds and times, never names or amounts. */
export interface Metrics {
  readonly register: Registry
  turn(outcome: 'answered' | 'failed' | 'turned-away', seconds?: number): void
  promise(kind: string, outcome: 'kept' | 'postponed'): void
  /** Null: it named no lane of ours, or one that is not set up. */
  webhook(lane: Lane | null, outcome: WebhookOutcome): void
}

export function createMetrics(
  store: DeskStore,
  now: Clock,
  laneStates: () => Promise<readonly LaneState[]>,
  accessOf: AccessOf = () => null,
): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  const turns = new Counter({ name: 'desk_turns_total', help: 'Turns by outcome', labelNames: ['outcome'], registers })
  const seconds = new Histogram({
    name: 'desk_turn_seconds',
    help: 'How long turns took',
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers,
  })
  const promises = new Counter({
    name: 'desk_promises_total',
    help: 'Outbox promises tried, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const webhooks = new Counter({
    name: 'desk_webhook_events_total',
    help: 'Events that came to the door of a lane, by outcome: kept, a copy, or why they were turned away',
    labelNames: ['lane', 'outcome'],
    registers,
  })
  new Gauge({
    name: 'desk_outbox_waiting',
    help: 'Outbox promises not kept yet, those of a later day included',
    registers,
    async collect() {
      this.set((await store.backlog()).waiting)
    },
  })
  new Gauge({
    name: 'desk_outbox_stuck',
    help: 'Outbox promises tried ten times or more and not kept yet',
    registers,
    async collect() {
      this.set((await store.backlog()).stuck)
    },
  })
  new Gauge({
    name: 'desk_outbox_delay_seconds',
    help: 'How long the earliest due promise is overdue',
    registers,
    async collect() {
      this.set(overdueMs((await store.backlog()).earliestDue, now) / 1000)
    },
  })
  new Counter({
    name: 'desk_operator_throttled_total',
    help: 'How often an operator answered that it is asked too often (429), by lane',
    labelNames: ['lane'],
    registers,
    collect() {
      this.reset()
      for (const lane of lanes) {
        const access = accessOf(lane)
        if (access !== null) this.inc({ lane }, access.budget.throttled)
      }
    },
  })
  new Gauge({
    name: 'desk_lane_state',
    help: 'What each lane does: 1 for its state, 0 for the others',
    labelNames: ['lane', 'state'],
    registers,
    async collect() {
      for (const { lane, status } of await laneStates())
        for (const state of laneStatuses) this.set({ lane, state }, state === status ? 1 : 0)
    },
  })
  return {
    register,
    turn(outcome, took) {
      turns.inc({ outcome })
      if (took !== undefined) seconds.observe(took)
    },
    promise: (kind, outcome) => promises.inc({ kind, outcome }),
    webhook: (lane, outcome) => webhooks.inc({ lane: lane ?? 'none', outcome }),
  }
}

/** How long something due was left lying; zero when it is not due yet. */
export function overdueMs(due: Parameters<typeof msOf>[0] | null, now: Clock): number {
  return due === null ? 0 : Math.max(0, msOf(now()) - msOf(due))
}
