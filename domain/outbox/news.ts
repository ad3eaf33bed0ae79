import type { Lane } from '../customers/lane.ts'
import type { Day } from '../shared/time.ts'
import type { Difference } from '../watch/watch-memory.ts'

/** What the desk tells the people of a topic once, with nothing to decide about: it is posted and not kept up to date. */
export type News =
  /** The first full look at a lane. */
  | {
      readonly kind: 'baseline'
      readonly lane: Lane
      readonly customers: number
      /** How many of them the operator gave no answer about. */
      readonly unread: number
      readonly found: readonly {
        readonly customer: string
        readonly subscription: string
        readonly difference: Difference
      }[]
      /** How many more were found than are listed. */
      readonly more: number
    }
  /** What is on hold and will be lost: thirty and fourteen days before; `day` null where nobody can say when. */
  | {
      readonly kind: 'countdown'
      readonly rows: readonly {
        readonly customer: string
        readonly subscription: string
        readonly lane: Lane
        readonly day: Day | null
        readonly days: number | null
      }[]
      readonly more: number
    }
