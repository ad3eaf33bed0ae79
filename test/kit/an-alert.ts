import type { DecidedAlert, FraudAlert, OpenAlert } from '../../domain/fraud/fraud-alert.ts'
import { openAlert } from '../../domain/fraud/take-signal.ts'
import type { Signal } from '../../domain/fraud/signal.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { aSignal } from './fake-feed.ts'

/** An open alert about an Azure subscription of Fabrikam's, taken in at this moment. */
export function anOpenAlert(
  id: string,
  openedAt: Instant,
  changes: Partial<OpenAlert> = {},
  signal: Partial<Signal> = {},
): OpenAlert {
  const lane = signal.lane ?? 'global'
  const { customer, customerName } = aSignal(signal)
  const identity =
    customer === null
      ? null
      : { lane, operatorName: customerName ?? '', domain: 'fabrikam.com', tenantId: customer, ledger: [] }
  const around = { id, identity, before: null, by: null, now: openedAt }
  return { ...openAlert(aSignal({ firstSeenAt: null, lastSeenAt: null, ...signal }), around), ...changes }
}

/** The same, decided on. */
export function decidedOn(alert: FraudAlert, endedAt: Instant, changes: Partial<DecidedAlert> = {}): DecidedAlert {
  return {
    ...alert,
    status: 'decided',
    verdict: 'fraud',
    because: 'Mining.',
    decidedBy: 'rosa',
    intent: 'id-v',
    asIgnore: false,
    reported: { state: 'nobody-to-tell' },
    endedAt,
    ...changes,
  }
}
