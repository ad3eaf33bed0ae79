import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openLowdbStore } from '../../adapters/lowdb/lowdb-store.ts'
import type { ActResult } from '../../domain/acts/subscription-act.ts'
import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { PlacedCard } from '../../domain/cases/placed-card.ts'
import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import type { Order } from '../../domain/outbox/outbox-entry.ts'
import type { Records } from '../../domain/ports/desk-store.ts'
import type { ServiceRequest } from '../../domain/service-requests/service-request.ts'
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
  readonly alerts: readonly FraudAlert[]
  readonly tickets: readonly ServiceRequest[]
  /** Where the cards of cases stand. */
  readonly cards: readonly PlacedCard[]
  /** What it still owes, today or later. */
  readonly owed: readonly Order[]
}

/** The alerts in a demo's folder while its desk runs. */
export function alertsSoFar(folder: string): Promise<readonly FraudAlert[]> {
  return recordsSoFar(folder, 'fraud-alert')
}

/** The tickets in a demo's folder while its desk runs. */
export function ticketsSoFar(folder: string): Promise<readonly ServiceRequest[]> {
  return recordsSoFar(folder, 'service-request')
}

/** What lies in a demo's folder, also while its desk runs. Each write replaces the whole file. */
export async function recordsSoFar<Kind extends keyof Records>(
  folder: string,
  kind: Kind,
): Promise<readonly Records[Kind][]> {
  const { records } = JSON.parse(await readFile(join(folder, 'desk', 'desk.json'), 'utf8')) as {
    readonly records: { readonly [K in keyof Records]?: readonly { readonly value: Records[K] }[] }
  }
  return (records[kind] ?? []).map(({ value }) => value)
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
      alerts: (await store.list('fraud-alert')).map(({ value }) => value),
      tickets: (await store.list('service-request')).map(({ value }) => value),
      cards: (await store.list('card')).map(({ value }) => value),
      owed: owed.map(({ order }) => order),
    }
  } finally {
    await store.close()
  }
}
