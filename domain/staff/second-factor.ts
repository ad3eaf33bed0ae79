import type { StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, type Instant } from '../shared/time.ts'

/** The authenticator app of one person. Its secret is kept sealed, and is shown only where it is enrolled. */
export interface SecondFactor {
  readonly staff: StaffId
  /** What codes are judged by; null until a first code has proved that an app has it. */
  readonly app: AuthenticatorApp | null
  /** A secret that was shown, and waits for its first code until then; the app that is there counts meanwhile. */
  readonly offered: { readonly sealed: string; readonly until: Instant } | null
}

export interface AuthenticatorApp {
  readonly sealed: string
  readonly since: Instant
  /** The time step of the last code that counted: neither it nor an earlier one counts again. */
  readonly lastStep: number
  /** Wrong codes since the last right one. */
  readonly wrong: number
  /** No code counts before then; null where none was wrong too often. */
  readonly lockedUntil: Instant | null
}

/** So many wrong codes in a row, and none counts for a while. */
export const mostWrongCodes = 5
const lockedMs = 15 * 60_000
/** How long a secret that was shown waits for its first code. */
export const offeredMs = 15 * 60_000

/** Why somebody has not proved that it is them. */
export type CodeRefusal =
  | { readonly code: 'code-needed' }
  | { readonly code: 'code-wrong'; readonly left: number }
  /** It counted before, or a later one has. */
  | { readonly code: 'code-used' }
  | { readonly code: 'code-locked'; readonly until: Instant }
  | { readonly code: 'not-enrolled' }

/** What a code makes of an app: used up by a right one, one try less by a wrong one. `step`: null for a wrong code. */
export function judgeCode(
  app: AuthenticatorApp,
  step: number | null,
  now: Instant,
): Outcome<AuthenticatorApp, CodeRefusal> & { readonly app: AuthenticatorApp } {
  const { lockedUntil, lastStep } = app
  if (lockedUntil !== null && now < lockedUntil) return { ...refused({ code: 'code-locked', until: lockedUntil }), app }
  if (step === null) return wrongCode(app, now)
  if (step <= lastStep) return { ...refused({ code: 'code-used' }), app }
  const used: AuthenticatorApp = { ...app, lastStep: step, wrong: 0, lockedUntil: null }
  return { ...granted(used), app: used }
}

function wrongCode(app: AuthenticatorApp, now: Instant): ReturnType<typeof judgeCode> {
  const wrong = app.wrong + 1
  if (wrong < mostWrongCodes) {
    const left = mostWrongCodes - wrong
    return { ...refused({ code: 'code-wrong', left }), app: { ...app, wrong, lockedUntil: null } }
  }
  const until = later(now, lockedMs)
  return { ...refused({ code: 'code-locked', until }), app: { ...app, wrong: 0, lockedUntil: until } }
}
