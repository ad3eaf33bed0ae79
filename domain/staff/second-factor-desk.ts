import { order } from '../outbox/orders.ts'
import type { DeskStore, Save, Stored } from '../ports/desk-store.ts'
import type { OneTimeCodes } from '../ports/one-time-codes.ts'
import type { Sealer } from '../ports/sealer.ts'
import type { NewId, StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, type Clock, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { judgeCode, offeredMs, type AuthenticatorApp, type CodeRefusal, type SecondFactor } from './second-factor.ts'
import type { Staff } from './staff.ts'

export type EnrolRefusal = { readonly code: 'not-offered' } | { readonly code: 'code-wrong' }

/** Proof by an authenticator app that somebody who decides is who they seem to be. Secrets and codes are never told. */
export interface SecondFactorDesk {
  /**
   * Judges the code that came with a decision about a case. A right one is used up by the save that is given back, which
   * belongs into the decision's own commit: of two decisions with one code, one is stale. Wrong ones are counted here.
   */
  prove(staff: StaffId, typed: string, about: string): Promise<Outcome<Save, CodeRefusal>>
  /** Makes a secret, for {@link confirm} to be proved with; what is enrolled counts until then. */
  offer(staff: Staff, by: string): Promise<{ readonly uri: string; readonly until: Instant }>
  /** Enrols the secret offered last, by a first code of it. */
  confirm(staff: Staff, typed: string, by: string): Promise<Outcome<AuthenticatorApp, EnrolRefusal>>
  /** From now on there is no second factor, nor one offered. */
  remove(staff: StaffId, by: string): Promise<Outcome<SecondFactor, { readonly code: 'not-enrolled' }>>
  /** Who has an app, and since when. */
  enrolled(): Promise<readonly (Pick<AuthenticatorApp, 'since' | 'lockedUntil'> & { readonly staff: StaffId })[]>
}

interface SecondFactorParts {
  readonly store: DeskStore
  readonly sealer: Sealer
  readonly codes: OneTimeCodes
  readonly now: Clock
  readonly newId: NewId
}

const purpose = 'second-factor'

export function createSecondFactorDesk({ store, sealer, codes, now, newId }: SecondFactorParts): SecondFactorDesk {
  const saveOf = (found: Stored<SecondFactor> | null, value: SecondFactor): Save => ({
    kind: 'second-factor',
    id: value.staff,
    value,
    basedOn: found?.version ?? null,
  })
  /** The app with its secret; sealed anew where an older key had sealed it. */
  const opened = async (app: AuthenticatorApp) => {
    const { plain, stale } = await sealer.open(app.sealed, purpose)
    return { secret: plain, app: stale ? { ...app, sealed: await sealer.seal(plain, purpose) } : app }
  }

  return {
    prove: (staff, typed, about) =>
      untilFresh<Outcome<Save, CodeRefusal>>(async () => {
        const found = await store.get('second-factor', staff)
        if (!found?.value.app) return refused({ code: 'not-enrolled' })
        if (typed.trim() === '') return refused({ code: 'code-needed' })
        const at = now()
        const { secret, app } = await opened(found.value.app)
        const judged = judgeCode(app, codes.stepOf(secret, typed, at), at)
        const save = saveOf(found, { ...found.value, app: judged.app })
        if (judged.ok) return granted(save)
        if (judged.app !== app) {
          const { lockedUntil: until } = judged.app
          const what = until === null ? 'second-factor.mistyped' : 'second-factor.locked'
          await store.commit({
            save: [save],
            audit: [{ at, by: staff, what, about: staff, details: { deciding: about } }],
            outbox:
              until === null
                ? []
                : [order(newId, { kind: 'raise-alarm', alarm: { what: 'second-factor-locked', staff, until } }, at)],
          })
        }
        return refused(judged.refusal)
      }),

    offer: ({ id, name }, by) =>
      untilFresh(async () => {
        const found = await store.get('second-factor', id)
        const at = now()
        const secret = codes.newSecret()
        const until = later(at, offeredMs)
        const offered = { sealed: await sealer.seal(secret, purpose), until }
        await store.commit({
          save: [saveOf(found, { staff: id, app: found?.value.app ?? null, offered })],
          audit: [{ at, by, what: 'second-factor.offered', about: id }],
        })
        return { uri: codes.uriFor(secret, name), until }
      }),

    confirm: ({ id }, typed, by) =>
      untilFresh<Outcome<AuthenticatorApp, EnrolRefusal>>(async () => {
        const found = await store.get('second-factor', id)
        const at = now()
        const offered = found?.value.offered
        if (!offered || at >= offered.until) return refused({ code: 'not-offered' })
        const { plain } = await sealer.open(offered.sealed, purpose)
        const step = codes.stepOf(plain, typed, at)
        if (step === null) return refused({ code: 'code-wrong' })
        const app = { sealed: offered.sealed, since: at, lastStep: step, wrong: 0, lockedUntil: null }
        await store.commit({
          save: [saveOf(found, { staff: id, app, offered: null })],
          audit: [{ at, by, what: 'second-factor.enrolled', about: id }],
        })
        return granted(app)
      }),

    remove: (staff, by) =>
      untilFresh<Outcome<SecondFactor, { readonly code: 'not-enrolled' }>>(async () => {
        const found = await store.get('second-factor', staff)
        if (!found) return refused({ code: 'not-enrolled' })
        await store.commit({
          remove: [{ kind: 'second-factor', id: staff, basedOn: found.version }],
          audit: [{ at: now(), by, what: 'second-factor.removed', about: staff }],
        })
        return granted(found.value)
      }),

    enrolled: async () =>
      (await store.list('second-factor')).flatMap(({ value: { staff, app } }) =>
        app === null ? [] : [{ staff, since: app.since, lockedUntil: app.lockedUntil }],
      ),
  }
}
