/** A base subscription must be active before its add-on can be (facts/partner-center 6.3, 6.6): it does not pass by itself. */
export const baseInactive = '27009'

/** An Azure plan cannot be suspended while an Azure subscription under it runs (facts/partner-center 7). */
export const azureStillActive = '900115'

/** What we lack ourselves where the operator refuses our access. */
export type MissingAccess = 'role' | 'person' | 'policy' | 'programme'

/** Codes that name it (facts/partner-center 3.2, 6.6). */
export const missingAccess: Readonly<Record<string, MissingAccess>> = {
  '2032': 'role',
  '900150': 'role',
  '900308': 'role',
  '900329': 'person',
  '900309': 'policy',
  '800039': 'programme',
}
