import type { CustomerId } from '../../domain/shared/ids.ts'
import type { Talk } from '../talk.ts'
import type { Reply } from '../vocabulary/reply.ts'
import { customerCard } from './customer-card.ts'

/** One customer's card as things stand; null when neither the ledger nor an operator lists them any more. */
export async function showCustomer(id: CustomerId, talk: Talk): Promise<Reply | null> {
  const of = (await talk.desk.book.today()).of(id)
  return of && customerCard(of, await talk.desk.suspensions.openOf(id), talk)
}
