import type { RaiseOrder } from '../../adapters/simulators/partner-center/fraud-orders.ts'
import type { CallEntry, LogEntry, Transition, VerdictEntry } from '../../adapters/simulators/partner-center/log.ts'
import type { SimulatedIncident } from '../../adapters/simulators/partner-center/simulated-incident.ts'
import type {
  SimulatedDelivery,
  SimulatedRegistration,
} from '../../adapters/simulators/partner-center/webhook-sender.ts'
import type { Operator } from './demo-desk.ts'
import { eventually } from './processes.ts'

/** A first try that fails on a busy machine is made up for a minute later. */
const registersWithinMs = 75_000

/** Fraud at a simulated operator that is a process of its own. */
export interface OperatorFraud {
  raise(order: RaiseOrder): Promise<void>
  incidents(): Promise<readonly SimulatedIncident[]>
  verdicts(): Promise<readonly VerdictEntry[]>
  calls(): Promise<readonly CallEntry[]>
  /** Resolves once the desk has registered and an event of the operator has arrived there. */
  registered(): Promise<void>
  webhook(): Promise<{
    readonly registration: SimulatedRegistration | null
    readonly deliveries: readonly SimulatedDelivery[]
  }>
}

export function fraudAt(operator: Operator): OperatorFraud {
  const webhook = () => operator.control<Awaited<ReturnType<OperatorFraud['webhook']>>>('GET', 'webhook')
  const log = async () => (await operator.control<{ entries: readonly LogEntry[] }>('GET', 'log')).entries
  return {
    raise: async (order) => void (await operator.control('POST', 'fraud', order)),
    incidents: async () => (await operator.control<{ fraud: readonly SimulatedIncident[] }>('GET', 'fraud')).fraud,
    verdicts: async () => (await log()).filter((entry) => entry.kind === 'verdict'),
    calls: async () => (await log()).filter((entry) => entry.kind === 'call'),
    registered: () =>
      eventually(
        async () =>
          (await webhook()).deliveries.some(({ event, state }) => event === 'test-created' && state === 'delivered'),
        registersWithinMs,
      ),
    webhook,
  }
}

/** Each time an Azure subscription really was stopped, or came back. */
export async function azureFlips(operator: Operator): Promise<readonly Transition[]> {
  const { entries } = await operator.control<{ entries: readonly LogEntry[] }>('GET', 'log')
  return entries.filter((entry) => entry.kind === 'transition').filter(({ to }) => to === 'inactive' || to === 'active')
}
