import { z } from 'zod'
import { lanes } from '../../domain/customers/lane.ts'
import type { PolicyRung, PolicySegment } from '../../domain/policy/collections-policy.ts'
import { someAmounts, wholeDays } from './policy-amounts.ts'

/** What a rung may call for, mildest first, in the words of the file. */
const calls = {
  reminder: { stage: 'reminder' },
  'final notice': { stage: 'final-notice' },
  suspension: { stage: 'suspend' },
  'end at term': { stage: 'suspend', ends: 'at-term' },
  cancellation: { stage: 'suspend', ends: 'cancel' },
} as const satisfies Record<string, Pick<PolicyRung, 'stage' | 'ends'>>

/** What a rung calls for, in the words of the file. */
export type Call = keyof typeof calls

/** Mildest first. */
export const callsByOrder = Object.keys(calls) as Call[]

/** `ladder:` of a policy, and of each of its segments. */
export const ladderBlock = z
  .array(
    z.strictObject({
      'call for': z.enum(callsByOrder),
      'days past due': wholeDays(1),
      amounts: someAmounts.optional(),
      invoices: z.number().int().min(1).max(1000).optional(),
      'send by itself': z.boolean().optional(),
    }),
  )
  .min(1)

export type LadderBlock = z.infer<typeof ladderBlock>

const aCountry = { error: 'is no country code such as DE' }
const countryCode = z
  .string(aCountry)
  .regex(/^[A-Za-z]{2}$/, aCountry)
  .transform((text) => text.toUpperCase())

/** `segments:` of a policy. */
export const segmentsBlock = z.array(
  z.strictObject({
    name: z.string().trim().min(1).max(60),
    lanes: z.array(z.enum(lanes)).min(1).optional(),
    countries: z.array(countryCode).min(1).optional(),
    'customer groups': z.array(z.string().trim().min(1)).min(1).optional(),
    ladder: ladderBlock,
  }),
)

export type SegmentsBlock = z.infer<typeof segmentsBlock>

/** The rungs as rules read them: severest first. */
export function rungsOf(ladder: LadderBlock): readonly PolicyRung[] {
  return ladder
    .map((rung): PolicyRung => ({
      ...calls[rung['call for']],
      daysPastDue: rung['days past due'],
      atLeast: rung.amounts ?? null,
      ...(rung.invoices !== undefined && { invoices: rung.invoices }),
      ...(rung['send by itself'] === true && { sendsItself: true }),
    }))
    .reverse()
}

/** The segments as rules read them, in the order of the file. */
export function segmentsOf(segments: SegmentsBlock): readonly PolicySegment[] {
  return segments.map(({ name, lanes: covered, countries, 'customer groups': groups, ladder }) => ({
    name,
    lanes: covered ?? null,
    countries: countries ?? null,
    groups: groups ?? null,
    rungs: rungsOf(ladder),
  }))
}

/** One ladder of a file, and where it stands. */
export interface PlacedLadder {
  readonly path: readonly PropertyKey[]
  readonly ladder: LadderBlock
}

/** Every ladder of a file. */
export function laddersIn(file: {
  readonly ladder: LadderBlock
  readonly segments: SegmentsBlock
}): readonly PlacedLadder[] {
  return [
    ...file.segments.map(({ ladder }, at) => ({ path: ['segments', at, 'ladder'], ladder })),
    { path: ['ladder'], ladder: file.ladder },
  ]
}
