import type { OneTimeCodes } from '../../domain/ports/one-time-codes.ts'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import type { Sealer } from '../../domain/ports/sealer.ts'
import { instantOf, msOf, type Instant } from '../../domain/shared/time.ts'

/** Seals so that a test can tell what was sealed, and what was not. */
export const plainSealer: Sealer = {
  seal: async (plain, purpose) => `${purpose}:${Buffer.from(plain).toString('hex')}`,
  async open(sealed, purpose) {
    const [its, hex = ''] = sealed.split(':')
    if (its !== purpose) throw new Error(`not sealed for ${purpose}`)
    return { plain: Buffer.from(hex, 'hex').toString(), stale: false }
  },
}

const stepMs = 30_000

/** The code of a moment is its time of day in UTC, to half a minute: `020000` is two o'clock, `020030` comes next. */
export const clockCodes: OneTimeCodes = {
  newSecret: () => 'a secret',
  uriFor: (secret, name) => `otpauth://totp/${name}?secret=${secret}`,
  stepOf(_secret, typed, at) {
    const now = Math.floor(msOf(at) / stepMs)
    return [now - 1, now, now + 1].find((step) => codeOf(step) === typed.trim()) ?? null
  },
}

function codeOf(step: number): string {
  return instantOf(step * stepMs)
    .slice(11, 19)
    .replaceAll(':', '')
}

/** Somebody has an authenticator app; no code of it was used yet. */
export async function enrol(store: DeskStore, staff: string, since: Instant): Promise<void> {
  const sealed = await plainSealer.seal('a secret', 'second-factor')
  const app = { sealed, since, lastStep: 0, wrong: 0, lockedUntil: null }
  await store.commit({
    save: [{ kind: 'second-factor', id: staff, value: { staff, app, offered: null }, basedOn: null }],
  })
}
