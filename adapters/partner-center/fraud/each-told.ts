/** Carries out each, also where one before it failed; then throws what went wrong first. What is said twice does no harm. */
export async function eachTold(orders: readonly (() => Promise<void>)[]): Promise<void> {
  const wrong: unknown[] = []
  for (const order of orders) await order().catch((cause: unknown) => wrong.push(cause))
  if (wrong.length > 0) throw wrong[0]
}
