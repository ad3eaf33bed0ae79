import type { Instant } from '../shared/time.ts'

/** Codes that an authenticator app shows for half a minute (RFC 6238). A secret is base32 text. */
export interface OneTimeCodes {
  newSecret(): string
  /** What an authenticator app takes the secret from, as text or as the content of a QR code: `otpauth://…`. */
  uriFor(secret: string, name: string): string
  /**
   * The time step a typed code belongs to: that of the moment, the one before or the one after; null where it belongs to
   * none of them. Steps rise with time and never repeat.
   */
  stepOf(secret: string, typed: string, at: Instant): number | null
}
