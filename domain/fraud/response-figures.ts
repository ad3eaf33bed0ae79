import { lanes, type Lane } from '../customers/lane.ts'
import { later, msOf, type Instant } from '../shared/time.ts'
import type { FraudAlert } from './fraud-alert.ts'

/** What people are measured by, each counted from the moment the desk took the alert in. */
export const responseSteps = ['card', 'claim', 'act', 'verdict'] as const
export type ResponseStep = (typeof responseSteps)[number]

/** The operator's dashboard looks at the same stretch. */
export const responseDays = 30

/** What is known of how one alert was answered; null where it has not happened, or nobody kept when. */
export interface AnsweredAlert {
  readonly alert: FraudAlert
  /** When its first card stood in a chat; null also where its cards are gone, or an older desk posted them. */
  readonly cardAt: Instant | null
  readonly claimedAt: Instant | null
}

/** How long one step took, over all alerts that came so far. Milliseconds. */
export interface Measure {
  readonly count: number
  /** Alerts that have not come so far, or of which nobody kept when. */
  readonly missing: number
  /** Null where no alert came so far. */
  readonly times: { readonly median: number; readonly ninetieth: number; readonly worst: number } | null
}

/** How a lane, or all of them (null), answered. */
export interface ResponseFigures {
  readonly lane: Lane | null
  readonly alerts: number
  readonly steps: Readonly<Record<ResponseStep, Measure>>
  /** Of those whose hour is over or that were answered: how many had an act or a verdict in time. */
  readonly withinTheHour: { readonly inTime: number; readonly of: number }
}

/**
 * The figures of the alerts taken in within the last thirty days, all lanes first, then each that had any. Tests are
 * left out: nobody was in danger. An alert that nobody has answered counts against the hour as soon as it is over.
 */
export function responseFigures(all: readonly AnsweredAlert[], now: Instant): readonly ResponseFigures[] {
  const since = later(now, -responseDays * 86_400_000)
  const counted = all.filter(({ alert }) => !alert.isTest && alert.openedAt >= since && alert.openedAt <= now)
  const ofLane = (lane: Lane) => counted.filter(({ alert }) => alert.lane === lane)
  return [
    figures(null, counted, now),
    ...lanes.flatMap((lane) => (ofLane(lane).length === 0 ? [] : [figures(lane, ofLane(lane), now)])),
  ]
}

function figures(lane: Lane | null, all: readonly AnsweredAlert[], now: Instant): ResponseFigures {
  const step = (at: (one: AnsweredAlert) => Instant | null) => measure(all, at)
  const due = all.filter((one) => answeredAt(one) !== null || one.alert.answerBy <= now)
  return {
    lane,
    alerts: all.length,
    steps: {
      card: step(({ cardAt }) => cardAt),
      claim: step(({ claimedAt }) => claimedAt),
      act: step(actedAt),
      verdict: step(decidedAt),
    },
    withinTheHour: { inTime: due.filter(isInTime).length, of: due.length },
  }
}

/** The earliest act that two people, or one behind the glass, decided on. */
function actedAt({ alert: { answers } }: AnsweredAlert): Instant | null {
  return answers.reduce<Instant | null>((first, { at }) => (first === null || at < first ? at : first), null)
}

/** A verdict is what a person of this desk decided; what its source resolved without us is none. */
function decidedAt({ alert }: AnsweredAlert): Instant | null {
  return alert.status === 'decided' ? alert.endedAt : null
}

/** An act or a verdict, whichever came first: a claim does not answer the operator. */
function answeredAt(one: AnsweredAlert): Instant | null {
  const acted = actedAt(one)
  const decided = decidedAt(one)
  if (acted === null || decided === null) return acted ?? decided
  return acted < decided ? acted : decided
}

function isInTime(one: AnsweredAlert): boolean {
  const at = answeredAt(one)
  return at !== null && at <= one.alert.answerBy
}

function measure(all: readonly AnsweredAlert[], at: (one: AnsweredAlert) => Instant | null): Measure {
  const times = all
    .flatMap((one) => {
      const reached = at(one)
      // A suspension may have been decided before the operator's alert of the same trouble arrived.
      return reached === null ? [] : [Math.max(0, msOf(reached) - msOf(one.alert.openedAt))]
    })
    .sort((one, other) => one - other)
  const worst = times.at(-1)
  return {
    count: times.length,
    missing: all.length - times.length,
    times: worst === undefined ? null : { median: rank(times, 0.5), ninetieth: rank(times, 0.9), worst },
  }
}

/** Nearest rank: a time that really was measured, never one between two. */
function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
