import type { Lane } from '../customers/lane.ts'
import { isGraver, severities, type Severity } from '../fraud/signal.ts'
import type { CustomerId } from '../shared/ids.ts'
import { chatOf, chats, type Route, type RouteHours, type RouteOnly } from './route.ts'

/** What decides where an alert is told. */
export interface RoutedAlert {
  readonly lane: Lane
  /** Null where nobody knows whom it is about, and for what is about no customer in particular. */
  readonly customer: CustomerId | null
  readonly severity: Severity
}

const dayMinutes = 24 * 60
const everything: RouteOnly = { lane: null, severity: null, hours: null }

/**
 * The routes that count for an alert when a clock at the partner's shows `minute`: in each chat the narrowest one that
 * holds. A customer's own goes before one of a lane, that before one of all lanes, then the graver before the milder, then
 * the shorter hours before the longer. `alert` null: about no alert in particular, which only a route of every lane and
 * severity is for.
 */
export function countingRoutes(routes: readonly Route[], alert: RoutedAlert | null, minute: number): readonly Route[] {
  const holding = routes.filter((route) => holds(route.only ?? everything, alert, minute))
  return chats.flatMap((chat) => holding.filter((route) => chatOf(route) === chat).sort(narrowestFirst)[0] ?? [])
}

/**
 * Severities of a lane for which no channel would be told at some hour of the day, gravest first. A customer's own channel
 * is none for the lane: its other customers are not heard of there.
 */
export function uncovered(routes: readonly Route[], lane: Lane): readonly Severity[] {
  const turns = [0, ...routes.flatMap(({ only }) => (only?.hours ? [only.hours.from, only.hours.to % dayMinutes] : []))]
  return gravestFirst.filter((severity) =>
    turns.some((minute) => countingRoutes(routes, { lane, customer: null, severity }, minute).length === 0),
  )
}

export const gravestFirst: readonly Severity[] = [...severities].reverse()

function holds({ customer, lane, severity, hours }: RouteOnly, alert: RoutedAlert | null, minute: number): boolean {
  if (customer !== undefined && customer !== alert?.customer) return false
  if (lane !== null && lane !== alert?.lane) return false
  if (severity !== null && (alert === null || isGraver(severity, alert.severity))) return false
  return hours === null || isWithin(hours, minute)
}

function isWithin({ from, to }: RouteHours, minute: number): boolean {
  return from < to ? from <= minute && minute < to : from <= minute || minute < to
}

function narrowestFirst(one: Route, other: Route): number {
  const [a, b] = [one.only ?? everything, other.only ?? everything]
  const byCustomer = Number(b.customer !== undefined) - Number(a.customer !== undefined)
  const byLane = Number(b.lane !== null) - Number(a.lane !== null)
  const bySeverity = rank(b) - rank(a)
  return byCustomer || byLane || bySeverity || lengthOf(a) - lengthOf(b) || (a.hours?.from ?? 0) - (b.hours?.from ?? 0)
}

function rank({ severity }: RouteOnly): number {
  return severity === null ? -1 : severities.indexOf(severity)
}

function lengthOf({ hours }: RouteOnly): number {
  if (hours === null) return dayMinutes + 1
  return (hours.to - hours.from + dayMinutes) % dayMinutes || dayMinutes
}
