import type { ActResult, SubscriptionAct } from './subscription-act.ts'

/** What the audit keeps of one act: enough to find it again in the operator's own records. */
export function actDetails({ subscription, intent }: SubscriptionAct, result: ActResult): Record<string, unknown> {
  return { subscription, intent, result }
}
