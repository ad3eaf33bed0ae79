import type { DeskStore } from '../../domain/ports/desk-store.ts'
import type { OperatorLane } from '../../domain/ports/operator-lane.ts'
import type { Through } from './a-desk.ts'

/** The process dies here. */
export class Crash extends Error {}

/**
 * Dies at the n-th place where it could: before and after each commit, before and after each call to the operator.
 * `reached` says whether there was such a place at all.
 */
export function crashingAt(place: number): Through & {
  readonly reached: boolean
  /** The same for a call to somebody else. */
  readonly around: <Result>(does: () => Promise<Result>) => Promise<Result>
} {
  let passed = 0
  const pass = () => {
    passed += 1
    if (passed === place) throw new Crash(`died at ${place}`)
    // Who is dead stays dead, whatever catches the first crash.
    if (passed > place) throw new Crash('dead already')
  }
  const around = async <Result>(does: () => Promise<Result>): Promise<Result> => {
    pass()
    const result = await does()
    pass()
    return result
  }
  return {
    get reached() {
      return passed >= place
    },
    around,
    store: (store: DeskStore): DeskStore => ({ ...store, commit: (commit) => around(() => store.commit(commit)) }),
    lane: (lane: OperatorLane): OperatorLane => ({
      ...lane,
      subscription: (...asked) => around(() => lane.subscription(...asked)),
      suspend: (...asked) => around(() => lane.suspend(...asked)),
      reactivate: (...asked) => around(() => lane.reactivate(...asked)),
      cancel: (...asked) => around(() => lane.cancel(...asked)),
      setRenewal: (...asked) => around(() => lane.setRenewal(...asked)),
      azureSubscription: (...asked) => around(() => lane.azureSubscription(...asked)),
      stopAzure: (...asked) => around(() => lane.stopAzure(...asked)),
      startAzure: (...asked) => around(() => lane.startAzure(...asked)),
    }),
  }
}
