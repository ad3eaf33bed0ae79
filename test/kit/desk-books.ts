import { join } from 'node:path'
import { openLowdbStore } from '../../adapters/lowdb/lowdb-store.ts'
import type { ActResult } from '../../domain/acts/subscription-act.ts'
import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { Order } from '../../domain/outbox/outbox-entry.ts'
import { instantOf, type Instant } from '../../domain/shared/time.ts'

/** How an act ended, as the audit keeps it. */
interface EndedAct {
  readonly subscription: string
  readonly intent: string
  readonly result: ActResult
}

/** What a desk has written down. */
export interface DeskBooks {
  readonly audit: readonly AuditEntry[]
  readonly suspensions: readonly EndedAct[]
  /** What it still owes, today or later. */
  readonly owed: readonly Order[]
}

const endOfTime: Instant = '9999-12-31T00:00:00.000Z'

/** Reads the books in a demo's folder once its desk has ended: one process owns the files. */
export async function readBooks(folder: string): Promise<DeskBooks> {
  const store = await openLowdbStore(join(folder, 'desk'), { now: () => instantOf(Date.now()) })
  try {
    const audit = await Array.fromAsync(store.auditTrail())
    const owed = await store.takeDue(endOfTime, Number.MAX_SAFE_INTEGER)
    return {
      audit,
      suspensions: audit
        .filter(({ what }) => what === 'suspension.acted')
        .map(({ details }) => details as unknown as EndedAct),
      owed: owed.map(({ order }) => order),
    }
  } finally {
    await store.close()
  }
}
