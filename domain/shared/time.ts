/** A moment, ISO 8601 in UTC: `2025-03-31T02:00:00.000Z`. Compares as text. */
export type Instant = `${string}T${string}Z`
/** A calendar day, `2025-03-31`. Compares as text. */
export type Day = `${number}-${number}-${number}`
/** Now, as a fact handed in. */
export type Clock = () => Instant
/** IANA name, `Europe/Berlin`. */
export type TimeZone = string

const msPerDay = 86_400_000
const shape = /^\d{4}-\d{2}-\d{2}$/

/** The text as a Day if it names a day that exists, else null (`2025-02-29` is none). */
export function asDay(text: string): Day | null {
  if (!shape.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at)) return null
  return new Date(at).toISOString().startsWith(text) ? (text as Day) : null
}

/** From milliseconds since 1970. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}

export function msOf(instant: Instant): number {
  return Date.parse(instant)
}

/** The moment that many milliseconds after; before, where `ms` is negative. */
export function later(instant: Instant, ms: number): Instant {
  return instantOf(msOf(instant) + ms)
}

export function addDays(day: Day, days: number): Day {
  return dayNumberToDay(dayNumber(day) + days)
}

/** Whole days from one day to another; negative when `to` is earlier. Daylight saving plays no part. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Which day it is somewhere at a moment. */
export function dayAt(instant: Instant, zone: TimeZone): Day {
  return formatter(zone).format(msOf(instant)).slice(0, 10) as Day
}

/** The moment a day begins somewhere: the first instant that carries its date. */
export function startOfDay(day: Day, zone: TimeZone): Instant {
  const utcMidnight = dayNumber(day) * msPerDay
  // No zone is more than 14 h from UTC; the offset may change on the day itself, so the boundary is searched for.
  let before = utcMidnight - 15 * 3_600_000
  let after = utcMidnight + 15 * 3_600_000
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayAt(instantOf(middle), zone) >= day) after = middle
    else before = middle
  }
  return instantOf(after)
}

/** The moment a clock there shows so many minutes after midnight; where clocks skip that time, an hour beside it. */
export function timeOn(day: Day, minutes: number, zone: TimeZone): Instant {
  const guess = later(startOfDay(day, zone), minutes * 60_000)
  const off = minutes - minutesInto(guess, zone)
  // Late on a day of 23 hours the guess lies on the next day already, and its clock shows less and not more.
  const beside = off > 720 ? off - 1440 : off < -720 ? off + 1440 : off
  return later(guess, beside * 60_000)
}

/** How many minutes after midnight a clock shows there at a moment. */
export function minutesInto(instant: Instant, zone: TimeZone): number {
  const [hours = '0', minutes = '0'] = clock(zone).format(msOf(instant)).split(':')
  return Number(hours) * 60 + Number(minutes)
}

const formatters = new Map<TimeZone, Intl.DateTimeFormat>()

function formatter(zone: TimeZone): Intl.DateTimeFormat {
  let found = formatters.get(zone)
  if (!found) {
    // sv-SE writes ISO days.
    found = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(zone, found)
  }
  return found
}

const clocks = new Map<TimeZone, Intl.DateTimeFormat>()

function clock(zone: TimeZone): Intl.DateTimeFormat {
  let found = clocks.get(zone)
  if (!found) {
    found = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
    clocks.set(zone, found)
  }
  return found
}

/** Read digit by digit: two hundred thousand invoices are as many due days, each time the day changes. */
function dayNumber(day: Day): number {
  const number = (from: number, to: number) => {
    let read = 0
    for (let at = from; at < to; at += 1) read = read * 10 + day.charCodeAt(at) - zero
    return read
  }
  return Date.UTC(number(0, 4), number(5, 7) - 1, number(8, 10)) / msPerDay
}

const zero = 48

function dayNumberToDay(number: number): Day {
  return new Date(number * msPerDay).toISOString().slice(0, 10) as Day
}
