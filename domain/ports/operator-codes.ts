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

/** Why the operator says no, where its code tells. Several codes may say the same. */
export type NoCause =
  | 'base-inactive'
  | 'seats-while-suspended'
  | 'not-for-this-product'
  | 'deleted-there'
  | 'changed-meanwhile'
  | 'our-mistake'
  | 'not-from-this-state'
  | 'only-when-active'
  | 'never-renews'
  | 'window-over'
  | 'no-updates-now'
  | 'too-many-updates'
  | 'no-relationship'
  | 'customer-under-review'
  | 'customer-not-approved'
  | 'customer-locked'
  | 'customer-unknown'
  | 'azure-unknown'
  | 'azure-still-active'
  | 'azure-portal-only'
  | 'azure-not-permitted'

/** Codes that name it (facts/partner-center 6.6 and 7). */
export const noCauses: Readonly<Record<string, NoCause>> = {
  [baseInactive]: 'base-inactive',
  '2001': 'seats-while-suspended',
  '2006': 'not-for-this-product',
  '2011': 'deleted-there',
  '2055': 'changed-meanwhile',
  '800002': 'our-mistake',
  '900118': 'our-mistake',
  '900307': 'our-mistake',
  '800040': 'not-from-this-state',
  '800096': 'not-from-this-state',
  '800091': 'only-when-active',
  '800093': 'never-renews',
  '900117': 'window-over',
  '900213': 'window-over',
  '900277': 'no-updates-now',
  '900279': 'no-updates-now',
  '900280': 'no-updates-now',
  '900311': 'too-many-updates',
  '20002': 'no-relationship',
  '900159': 'no-relationship',
  '800073': 'customer-under-review',
  '800074': 'customer-under-review',
  '800075': 'customer-not-approved',
  '900416': 'customer-locked',
  '60003': 'customer-unknown',
  '800111': 'azure-unknown',
  [azureStillActive]: 'azure-still-active',
  '900337': 'azure-portal-only',
  '900335': 'azure-not-permitted',
}

/** Codes that speak of our own account, whatever was called: the programme is not active, the token is for another audience. */
export const ownAccount: ReadonlySet<string> = new Set(['800039', '900420'])

/** A 403 with one of these is about the customer, or what it has: we were let in. */
export const aboutCustomer: ReadonlySet<string> = new Set(['800073', '800074', '800075', '900115', '900416'])
