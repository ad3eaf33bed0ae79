import { z } from 'zod'
import type { Turn } from '../../domain/acts/turn.ts'
import { routeTopics, type Route } from '../../domain/routes/route.ts'
import type { Match } from '../../domain/customers/customer.ts'
import type { Address, PlacedCard } from '../../domain/cases/placed-card.ts'
import type { FinalNotice } from '../../domain/policy/final-notice.ts'
import type { Kind, Records } from '../../domain/ports/desk-store.ts'
import type { HandedIn } from '../../domain/fraud/dossier/handed-in.ts'
import { storedBudget } from './stored-budget.ts'
import { storedCreditChange, storedCreditLine } from './stored-credit.ts'
import { storedHeld } from './stored-held.ts'
import { storedBrake, storedLane, storedLaneDay, storedSwitch, storedTrouble } from './stored-lanes.ts'
import { storedAgreement } from './stored-agreement.ts'
import { storedAlert } from './stored-alert.ts'
import { storedDigestRoute } from './stored-digest.ts'
import { storedDelivery } from './stored-delivery.ts'
import { storedCountdown } from './stored-countdown.ts'
import { storedImportRecord } from './stored-import.ts'
import { storedLinkOffer, storedLinkTries } from './stored-link.ts'
import { storedEnding } from './stored-ending.ts'
import { storedCorrespondence, storedReminder } from './stored-reminder.ts'
import { storedPolicyChange, storedPolicyGiven, storedPolicyVersion } from './stored-policy.ts'
import { storedResumption } from './stored-resumption.ts'
import { storedSecondFactor } from './stored-second-factor.ts'
import { storedSilence } from './stored-silence.ts'
import { storedSighting } from './stored-sighting.ts'
import { storedServiceRequest } from './stored-service-request.ts'
import { storedSnapshot } from './stored-snapshot.ts'
import { storedAccessRequest, storedRoleChange, storedStaff } from './stored-staff.ts'
import { storedSuspension } from './stored-suspension.ts'
import { storedWebhook, storedWebhookEvent } from './stored-webhook.ts'
import { storedAssignment, storedCustomerNote, storedSkip } from './stored-workday.ts'
import { day, exactly, instant, lane, listOf, match } from './stored-values.ts'

/** One guard per kind of record, for what any store reads back. */
export const storedRecords: { readonly [K in Kind]: z.ZodType<Records[K]> } = {
  suspension: storedSuspension,
  resumption: storedResumption,
  ending: storedEnding,
  budget: storedBudget,
  'credit-change': storedCreditChange,
  'credit-line': storedCreditLine,
  'service-request': storedServiceRequest,
  'role-change': storedRoleChange,
  'ledger-import': storedImportRecord,
  'policy-change': storedPolicyChange,
  'policy-version': storedPolicyVersion,
  'policy-given': storedPolicyGiven,
  sighting: storedSighting,
  'lane-switch': storedSwitch,
  'daily-brake': storedBrake,
  'lane-trouble': storedTrouble,
  lane: storedLane,
  'lane-day': storedLaneDay,
  halted: exactly<Records['halted']>()(z.object({ case: z.string(), customer: z.string() })),
  countdown: storedCountdown,
  'fraud-alert': storedAlert,
  'ticket-number': exactly<Records['ticket-number']>()(z.object({ case: z.string() })),
  'newest-alert': exactly<Records['newest-alert']>()(z.object({ case: z.string() })),
  dossier: exactly<HandedIn>()(z.object({ customer: z.string(), lane, by: z.string(), at: instant })),
  'feed-baseline': exactly<Records['feed-baseline']>()(z.object({ at: instant })),
  silence: storedSilence,
  delivery: storedDelivery,
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
  agreement: storedAgreement,
  assignment: storedAssignment,
  'customer-note': storedCustomerNote,
  skip: storedSkip,
  'digest-route': storedDigestRoute,
  reminder: storedReminder,
  correspondence: storedCorrespondence,
  match: exactly<Match>()(match),
  route: exactly<Route>()(
    z.object({
      topic: z.enum(routeTopics),
      chat: z.literal('slack').exactOptional(),
      only: z
        .object({
          customer: z.string().exactOptional(),
          lane: lane.nullable(),
          severity: z.enum(['informational', 'low', 'medium', 'high']).nullable(),
          hours: z.object({ from: z.number(), to: z.number() }).nullable(),
        })
        .exactOptional(),
      place: z.string(),
      placeName: z.string(),
      setBy: z.string(),
      setAt: instant,
    }),
  ),
  webhook: storedWebhook,
  'webhook-event': storedWebhookEvent,
  card: exactly<PlacedCard>()(
    z.object({
      case: z.string(),
      place: z.string(),
      message: z.string(),
      shown: z.number(),
      ordered: z.number().exactOptional(),
      told: z.number().exactOptional(),
      toTell: z.number().exactOptional(),
      postedAt: instant.exactOptional(),
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
      language: z.string().exactOptional(),
      outsiders: z.literal(true).exactOptional(),
    }),
  ),
}

/** Every kind of record there is. */
export const kinds = Object.keys(storedRecords) as readonly Kind[]
