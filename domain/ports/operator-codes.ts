/** A base subscription must be active before its add-on can be (facts/partner-center 6.3, 6.6): it does not pass by itself. */
export const baseInactive = '27009'

/** An Azure plan cannot be suspended while an Azure subscription under it runs (facts/partner-center 7). */
export const azureStillActive = '900115'

/** Ours, of a `throttled` fault: not the operator said so, but our own count of what it takes in a minute. */
export const overBudget = 'over-budget'

/** What we lack ourselves where the operator refuses our access. */
export type MissingAccess = 'role' | 'person' | 'policy' | 'programme' | 'consent' | 'secret' | 'mfa'

/** Codes that name it (facts/partner-center 3.2, 6.6); the words are the sign-in endpoint's own. */
export const missingAccess: Readonly<Record<string, MissingAccess>> = {
  '2032': 'role',
  '900150': 'role',
  '900308': 'role',
  '900329': 'person',
  '900309': 'policy',
  '800039': 'programme',
  // Not in the facts: partners report it since every call in a person's name wants a second factor (3.2).
  '900421': 'mfa',
  // The refresh token has expired, was revoked, or was replaced by one that nobody kept.
  invalid_grant: 'consent',
  invalid_client: 'secret',
}
