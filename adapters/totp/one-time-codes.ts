import { Secret, TOTP } from 'otpauth'
import type { OneTimeCodes } from '../../domain/ports/one-time-codes.ts'
import { msOf } from '../../domain/shared/time.ts'

/** What every authenticator app understands, and some understand nothing else (RFC 6238, RFC 4226). */
const usual = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Bytes; RFC 4226 recommends as many as the hash has. */
const secretSize = 20

/** Codes of authenticator apps. A code counts one step early and one late: clocks differ, and typing takes time. */
export const oneTimeCodes: OneTimeCodes = {
  newSecret: () => new Secret({ size: secretSize }).base32,
  uriFor: (secret, name) => totp(secret, name).toString(),
  stepOf(secret, typed, at) {
    // Apps show “123 456”, and some keyboards type wide digits.
    const token = typed.normalize('NFKC').replace(/\s/gu, '')
    if (!/^\d{6}$/.test(token)) return null
    const timestamp = msOf(at)
    const delta = totp(secret, '').validate({ token, timestamp, window: 1 })
    return delta === null ? null : Math.floor(timestamp / (usual.period * 1_000)) + delta
  },
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ ...usual, issuer: 'Partner Desk', label, secret: Secret.fromBase32(secret) })
}
