import type { CallEntry, LogEntry, Transition } from '../../adapters/simulators/partner-center/log.ts'
import type { Operator } from './demo-desk.ts'

/** What an operator has noted, as far as it is compared with the desk's books. */
export interface OperatorLog {
  /** Each time a subscription really went out of service. */
  readonly suspended: readonly Transition[]
  /** Each call that asked to change a subscription, answered or not. */
  readonly triesFor: (subscription: string) => readonly CallEntry[]
}

export async function operatorLog(operator: Operator): Promise<OperatorLog> {
  const { entries } = await operator.control<{ entries: readonly LogEntry[] }>('GET', 'log')
  return {
    suspended: entries.filter((entry) => entry.kind === 'transition').filter(({ to }) => to === 'suspended'),
    triesFor: (subscription) =>
      entries
        .filter((entry) => entry.kind === 'call')
        .filter(({ method, path }) => method === 'PATCH' && path.endsWith(`/${subscription}`)),
  }
}
