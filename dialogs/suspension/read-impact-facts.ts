import type { ImpactFacts } from '../../domain/impact/impact-of.ts'
import type { OperatorLane } from '../../domain/ports/operator-lane.ts'
import type { CustomerId } from '../../domain/shared/ids.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** How long a person who waits for a form is kept waiting for this. */
const patienceMs = 3_000

/**
 * What is known beside the subscriptions of whom a suspension cuts off and what it costs. It stops nobody: what cannot
 * be read, or not soon enough, is unknown.
 */
export async function readImpactFacts(
  customer: CustomerId,
  lane: OperatorLane,
  patience = patienceMs,
): Promise<ImpactFacts> {
  const [licences, costs] = await Promise.all([
    orUnknown(lane.licences(customer), patience),
    orUnknown(lane.costs(customer), patience),
  ])
  return { licences, costs }
}

async function orUnknown<Read>(reading: Promise<Read>, patience: number): Promise<Read | null> {
  let waiting: NodeJS.Timeout | undefined
  const tooSlow = new Promise<null>((resolve) => {
    waiting = setTimeout(() => resolve(null), patience)
  })
  const read = reading.catch((fault: unknown) => {
    if (!(fault instanceof OutsideFault)) throw fault
    return null
  })
  try {
    return await Promise.race([read, tooSlow])
  } finally {
    clearTimeout(waiting)
  }
}
