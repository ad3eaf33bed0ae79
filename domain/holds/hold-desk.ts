import type { DeciderParts } from '../cases/decide-case.ts'
import type { CaseId, StaffId } from '../shared/ids.ts'
import { untilFresh } from '../shared/versioned.ts'
import { heldKey, type Hold } from './hold.ts'
import { holdPlaced, type HeldWhich } from './place-hold.ts'

/** Placing holds that no suspension of ours brought about. */
export interface HoldDesk {
  /**
   * The operator took a subscription out of service: nobody brings it back before somebody of the fraud role says why.
   * Placed once, however often it is called; whoever commits a case of their own may use `operatorHold` with
   * `holdPlaced` instead.
   */
  placeOperatorHold(which: HeldWhich, found: OperatorDoing): Promise<void>
}

/** What was found at the operator. */
interface OperatorDoing {
  /** The case in which people look at it. */
  readonly case: CaseId
  /** Whoever reported it, or `desk` where the desk saw it. */
  readonly by: StaffId
  /** What was seen, or the words of the operator's notice. */
  readonly note: string
}

export function operatorHold({ case: of, by, note }: OperatorDoing, at: Hold['at']): Hold {
  return { reason: 'operator', case: of, by, at, ...(note.trim() === '' ? {} : { note: note.trim() }) }
}

export function createHoldDesk({ store, now }: DeciderParts): HoldDesk {
  return {
    placeOperatorHold: (which, found) =>
      untilFresh(async () => {
        const { lane, customer, subscription } = which
        const before = await store.get('held', heldKey(lane, customer, subscription))
        if (before?.value.holds.some(({ reason }) => reason === 'operator')) return
        const at = now()
        await store.commit({
          save: [holdPlaced(before, which, operatorHold(found, at))],
          audit: [
            {
              at,
              by: found.by,
              what: 'hold.placed',
              about: found.case,
              customer,
              lane,
              details: { subscription, reason: 'operator', note: found.note },
            },
          ],
        })
      }),
  }
}
