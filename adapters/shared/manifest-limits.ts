import { z } from 'zod'

/** Text of a manifest, with its length as the platform takes it. */
export function text(most: number, least = 1): z.ZodString {
  return z
    .string({ error: 'is missing' })
    .min(least, { error: `must have at least ${least} characters` })
    .max(most, { error: `must have at most ${most} characters` })
}

/** An object with these fields and no others: what nobody has checked is not sent to a platform. */
export function only<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `has ${issue.keys.join(', ')}, which nothing here checks` : 'is missing',
  })
}

/** A list of no more than the platform takes. */
export function list<Item extends z.ZodType>(item: Item, most: number): z.ZodArray<Item> {
  return z.array(item, { error: 'is missing' }).max(most, { error: `must have at most ${most} entries` })
}

/** Everything a shape finds wrong, each in a sentence that begins with the place. */
export function faultsOf(shape: z.ZodType, value: unknown): readonly string[] {
  const parsed = shape.safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => `${z.core.toDotPath(path) || 'it'} ${message}`)
}
