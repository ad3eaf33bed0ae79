import assert from 'node:assert/strict'
import type { BooksOfDay, StandingBook } from '../../../domain/receivables/standing-book.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { standingNow } from '../../../domain/suspension/standing-now.ts'
import { aPendingSuspension, contoso, morning, owing } from '../../kit/builders.ts'

describe('the standing of the customer on a card', () => {
  const book: StandingBook = {
    today: async () => ({ of: (id: string) => (id === contoso ? owing() : null) }) as BooksOfDay,
    lookAhead: async () => undefined,
  }
  const now = (readAt: Instant | null, customer = contoso) =>
    standingNow(aPendingSuspension({ customer }), { book, operators: { readAt: () => readAt } })

  it('is what the books say today', async () => {
    assert.deepEqual(await now(morning), owing())
    assert.equal(await now(morning, 'nobody'), null)
  })

  it('is nothing to go by while the lane’s customers were never read', async () => {
    await assert.rejects(now(null), (thrown) => thrown instanceof OutsideFault && thrown.retryable)
  })

  it('asks about the lane on the card', async () => {
    const asked: string[] = []
    const operators = { readAt: (lane: string) => (asked.push(lane), morning) }
    await standingNow(aPendingSuspension(), { book, operators })
    assert.deepEqual(asked, ['china'])
  })
})
