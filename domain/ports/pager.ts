import type { PagerCall, PagerWay } from '../paging/pager-call.ts'

/** How many of those who are to be called were taken, and how many not. */
export interface Paged {
  readonly taken: number
  readonly refused: number
}

/** One road to whoever is on duty, outside the chats. Every method throws `OutsideFault`. */
export interface Pager {
  readonly way: PagerWay
  /** Sends the call; resolves once somebody took it over. The same call again carries the same id. */
  page(call: PagerCall): Promise<Paged>
  /** Whether it would be taken, as far as that shows without calling anybody; null where nothing shows. */
  looks(): Promise<'answers' | null>
}
