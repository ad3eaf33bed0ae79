import { z } from 'zod'
import type { DailyBrake, LaneDay } from '../../domain/lanes/daily-brake.ts'
import type { LaneRecord } from '../../domain/lanes/lane-state.ts'
import type { LaneSwitch } from '../../domain/lanes/lane-switch.ts'
import type { LaneTrouble } from '../../domain/lanes/lane-trouble.ts'
import { storedTroubleFacts } from './stored-act.ts'
import { storedApproval } from './stored-suspension.ts'
import { day, exactly, instant, lane, listOf } from './stored-values.ts'

export const storedLane = exactly<LaneRecord>()(
  z.object({
    lane,
    account: z.string(),
    mode: z.object({ acts: z.boolean(), since: instant, by: listOf(z.string()) }),
    stopped: z.object({ by: z.string(), at: instant, case: z.string() }).nullable(),
    trouble: z.object({ case: z.string(), since: instant }).nullable(),
    lastTrouble: z.string().exactOptional(),
  }),
)

const its = { id: z.string(), lanes: listOf(lane) }
const offered = z.object({ ...its, change: z.literal('act'), offeredAt: instant })
const asked = z.object({ ...its, change: z.enum(['act', 'restart']), askedBy: z.string(), askedAt: instant })
const stop = z.object({
  ...its,
  change: z.literal('stop'),
  stoppedBy: z.string(),
  stoppedAt: instant,
  restarted: listOf(lane),
})

export const storedSwitch = exactly<LaneSwitch>()(
  z.discriminatedUnion('status', [
    offered.extend({ status: z.literal('offered') }),
    offered.extend({ status: z.literal('taken'), asked: z.string(), endedAt: instant }),
    asked.extend({ status: z.literal('pending') }),
    asked.extend({ status: z.literal('confirmed'), confirmedBy: z.string(), confirmedAt: instant }),
    asked.extend({ status: z.literal('rejected'), rejectedBy: z.string(), rejectedAt: instant }),
    asked.extend({ status: z.literal('expired'), endedAt: instant }),
    stop.extend({ status: z.literal('in-force') }),
    stop.extend({ status: z.literal('lifted'), endedAt: instant }),
  ]),
)

export const storedLaneDay = exactly<LaneDay>()(
  z.object({ lane, day, begun: listOf(z.string()), brake: z.string().nullable() }),
)

const braked = z.object({
  id: z.string(),
  lane,
  day,
  limit: z.number(),
  openedAt: instant,
  expiresAt: instant,
  waiting: listOf(
    z.object({
      case: z.string(),
      name: z.string(),
      askedBy: z.string(),
      contributors: listOf(z.string()).exactOptional(),
    }),
  ),
  approvals: listOf(storedApproval),
  letGo: listOf(z.string()),
})

export const storedBrake = exactly<DailyBrake>()(
  z.discriminatedUnion('status', [
    braked.extend({ status: z.literal('pending') }),
    braked.extend({ status: z.literal('released'), endedAt: instant }),
    braked.extend({ status: z.literal('called-off'), calledOffBy: z.string(), endedAt: instant }),
    braked.extend({ status: z.literal('expired'), endedAt: instant }),
  ]),
)

const troubled = z.object({
  id: z.string(),
  lane,
  openedAt: instant,
  trouble: storedTroubleFacts,
  customer: z.string().nullable(),
  tries: z.number(),
  triedAt: instant.nullable(),
})

export const storedTrouble = exactly<LaneTrouble>()(
  z.discriminatedUnion('status', [
    troubled.extend({ status: z.literal('open') }),
    troubled.extend({ status: z.literal('ended'), endedAt: instant }),
  ]),
)
