import type { PagerCall } from '../../domain/paging/pager-call.ts'
import { minute } from './builders.ts'

/** A high alert in China that nobody has answered for half an hour. */
export function aPagerCall(changes: Partial<PagerCall> = {}): PagerCall {
  return {
    id: '7b5f0c52-0b8e-4f0a-9b67-2f2f5f0c9a11',
    kind: 'unanswered',
    case: 'F-12',
    lane: 'china',
    severity: 'high',
    since: minute(0),
    at: minute(30),
    ...changes,
  }
}
