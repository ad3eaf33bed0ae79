import { z } from 'zod'
import type { Turn } from '../../domain/acts/turn.ts'
import { routeTopics, type Route } from '../../domain/routes/route.ts'
import type { Match } from '../../domain/customers/customer.ts'
import type { Address, PlacedCard } from '../../domain/cases/placed-card.ts'
import type { FinalNotice } from '../../domain/policy/final-notice.ts'
import type { Kind, Records } from '../../domain/ports/desk-store.ts'
import { storedHeld } from './stored-held.ts'
import { storedBrake, storedLane, storedLaneDay, storedSwitch, storedTrouble } from './stored-lanes.ts'
import { storedCountdown } from './stored-countdown.ts'
import { storedImportRecord } from './stored-import.ts'
import { storedLinkOffer, storedLinkTries } from './stored-link.ts'
import { storedEnding } from './stored-ending.ts'
import { storedResumption } from './stored-resumption.ts'
import { storedSecondFactor } from './stored-second-factor.ts'
import { storedSighting } from './stored-sighting.ts'
import { storedServiceRequest } from './stored-service-request.ts'
import { storedSnapshot } from './stored-snapshot.ts'
import { storedAccessRequest, storedRoleChange, storedStaff } from './stored-staff.ts'
import { storedSuspension } from './stored-suspension.ts'
import { day, exactly, instant, listOf, match } from './stored-values.ts'

/** One guard per kind of record, for what any store reads back. */
export const storedRecords: { readonly [K in Kind]: z.ZodType<Records[K]> } = {
  suspension: storedSuspension,
  resumption: storedResumption,
  ending: storedEnding,
  'service-request': storedServiceRequest,
  'role-change': storedRoleChange,
  'ledger-import': storedImportRecord,
  sighting: storedSighting,
  'lane-switch': storedSwitch,
  'daily-brake': storedBrake,
  'lane-trouble': storedTrouble,
  lane: storedLane,
  'lane-day': storedLaneDay,
  halted: exactly<Records['halted']>()(z.object({ case: z.string(), customer: z.string() })),
  countdown: storedCountdown,
  staff: storedStaff,
  'access-request': storedAccessRequest,
  'link-offer': storedLinkOffer,
  'link-tries': storedLinkTries,
  'second-factor': storedSecondFactor,
  'open-suspension': exactly<Records['open-suspension']>()(z.object({ case: z.string(), customer: z.string() })),
  'open-case': exactly<Records['open-case']>()(z.object({ case: z.string(), customer: z.string() })),
  digest: exactly<Records['digest']>()(z.object({ told: listOf(z.string()) })),
  held: storedHeld,
  snapshot: storedSnapshot,
  turn: exactly<Turn>()(z.object({ customer: z.string(), case: z.string().nullable() })),
  'final-notice': exactly<FinalNotice>()(
    z.object({
      id: z.string(),
      customer: z.string(),
      givenOn: day,
      deadline: day,
      invoices: listOf(z.string()),
      recordedBy: z.string(),
      recordedAt: instant,
    }),
  ),
  match: exactly<Match>()(match),
  route: exactly<Route>()(
    z.object({
      topic: z.enum(routeTopics),
      chat: z.literal('slack').exactOptional(),
      place: z.string(),
      placeName: z.string(),
      setBy: z.string(),
      setAt: instant,
    }),
  ),
  card: exactly<PlacedCard>()(
    z.object({
      case: z.string(),
      place: z.string(),
      message: z.string(),
      shown: z.number(),
      ordered: z.number().exactOptional(),
      told: z.number().exactOptional(),
      toTell: z.number().exactOptional(),
    }),
  ),
  address: exactly<Address>()(
    z.object({
      place: z.string(),
      channel: z.enum(['teams', 'slack']),
      kind: z.enum(['personal', 'group', 'channel']),
      name: z.string(),
      locale: z.string().nullable(),
      reference: z.record(z.string(), z.unknown()),
      dead: z.boolean(),
      outsiders: z.literal(true).exactOptional(),
    }),
  ),
}

/** Every kind of record there is. */
export const kinds = Object.keys(storedRecords) as readonly Kind[]
