import { z } from 'zod'
import { lanes } from '../../domain/customers/lane.ts'
import { holdReasons } from '../../domain/holds/hold.ts'
import { asDay, type Day, type Instant } from '../../domain/shared/time.ts'
import { roles } from '../../domain/staff/powers.ts'

// The words that several stored records are made of. Schemas here are guards: a store keeps what it parsed from
// JSON, not what zod gives back, so a field that an older desk does not know survives it.

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

export const instant = z.custom<Instant>((value) => typeof value === 'string' && instantShape.test(value), 'no instant')
export const day = z.custom<Day>((value) => typeof value === 'string' && asDay(value) !== null, 'no day')
export const lane = z.enum(lanes)
export const role = z.enum(roles)
export const money = z.object({ minor: z.int(), currency: z.string() })
export const holdReason = z.enum(holdReasons)
export const commercialModel = z.enum(['new-commerce', 'legacy', 'azure-plan', '21vianet', 'unknown'])
export const dunningStage = z.enum(['clear', 'reminder', 'final-notice', 'suspend'])

/** The domain's arrays are read-only; so is what its schema gives, or the two would not be the same type. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly()
}

export const channelAccount = z.object({ channel: z.enum(['teams', 'slack']), tenant: z.string(), user: z.string() })

export const match = z.object({
  account: z.string(),
  lane,
  tenantId: z.string(),
  how: z.enum(['tenant-id', 'domain', 'confirmed']),
  name: z.string().exactOptional(),
})

/**
 * A guard for exactly `T`. It compiles only when the schema gives nothing that `T` does not know and refuses nothing
 * that `T` allows: `satisfies` alone would let a schema forget a status, and the desk could not read its own file.
 */
export function exactly<T>() {
  return <Schema extends z.ZodType<T>>(
    schema: Schema & ([T] extends [z.output<Schema>] ? unknown : never),
  ): z.ZodType<T> => schema
}
