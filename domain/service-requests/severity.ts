/** Partner Center's own words (facts/partner-center 8.2). */
export type Severity = 'critical' | 'moderate' | 'minimal'

export const severities: readonly Severity[] = ['critical', 'moderate', 'minimal']
