import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { OperatorCustomer } from '../../domain/customers/customer.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { instant } from '../shared/stored-values.ts'

/** All customers of one lane at one moment. */
export interface KnownCustomers {
  readonly readAt: Instant
  readonly customers: readonly OperatorCustomer[]
}

const cached = z.object({
  account: z.string(),
  readAt: instant,
  customers: z.array(z.object({ tenantId: z.string(), name: z.string(), domain: z.string() })),
})

/** What was last kept for this lane and account; null when there is nothing that can be believed. */
export async function readCustomerCache(
  folder: string,
  lane: Lane,
  account: string,
  onTrouble: (lane: Lane, cause: unknown) => void,
): Promise<KnownCustomers | null> {
  try {
    const kept = cached.parse(JSON.parse(await readFile(fileOf(folder, lane), 'utf8')))
    if (kept.account !== account) return null
    return { readAt: kept.readAt, customers: kept.customers.map((customer) => ({ lane, ...customer })) }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) onTrouble(lane, cause)
    return null
  }
}

/** Replaces the lane's cache whole: a reader finds the old one or the new one. */
export async function writeCustomerCache(
  folder: string,
  lane: Lane,
  account: string,
  { readAt, customers }: KnownCustomers,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = fileOf(folder, lane)
  const rows = customers.map(({ tenantId, name, domain }) => ({ tenantId, name, domain }))
  await writeFile(`${file}.new`, JSON.stringify({ account, readAt, customers: rows }), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

function fileOf(folder: string, lane: Lane): string {
  return join(folder, `operator-customers.${lane}.json`)
}
