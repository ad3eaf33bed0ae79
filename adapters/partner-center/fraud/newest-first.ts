import type { Signal } from '../../../domain/fraud/signal.ts'

/** By what was seen last; what names no moment comes last. */
export function newestFirst(signals: readonly Signal[]): readonly Signal[] {
  const seen = ({ lastSeenAt }: Signal) => lastSeenAt ?? ''
  return signals.toSorted((one, other) => (seen(one) === seen(other) ? 0 : seen(one) > seen(other) ? -1 : 1))
}
