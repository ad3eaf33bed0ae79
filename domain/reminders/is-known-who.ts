import { lanes, type Lane } from '../customers/lane.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'

/**
 * Whether it is known by now who a customer is. Before the operators were read, everybody seems to be nobody's customer,
 * and what was agreed with them does not show: only once all were read is somebody without a lane really that.
 */
export function isKnownWho(lane: Lane | null, operators: Pick<OperatorDirectory, 'readAt'>): boolean {
  return (lane === null ? lanes : [lane]).every((each) => operators.readAt(each) !== null)
}
