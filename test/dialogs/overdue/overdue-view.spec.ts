import assert from 'node:assert/strict'
import { overdueView } from '../../../dialogs/overdue/overdue-view.ts'
import type { OverdueFilters } from '../../../dialogs/understanding/intent.ts'
import { aDesk } from '../../kit/a-desk.ts'

const nobody = () => false
const over = (overDays: number): OverdueFilters => ({ overDays, fromDays: null, lane: null, above: null, mine: false })

describe('the answers to questions about who is overdue', () => {
  it('are kept for the books of a day: thirty-two of them, and the oldest goes first', async () => {
    const office = await aDesk()
    const books = await office.desk.book.today()
    const answers = Array.from({ length: 33 }, (_, days) => overdueView(books, over(days), nobody))
    assert.equal(overdueView(books, over(32), nobody), answers[32])
    assert.equal(overdueView(books, over(1), nobody), answers[1])
    assert.notEqual(overdueView(books, over(0), nobody), answers[0], 'it made room')
  })
})
