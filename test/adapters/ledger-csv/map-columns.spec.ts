import assert from 'node:assert/strict'
import { mapColumns } from '../../../adapters/ledger-csv/map-columns.ts'

const enough = ['Customer', 'Invoice Number', 'Due Date']

function mapped(headers: readonly string[], overrides: Parameters<typeof mapColumns>[1] = {}) {
  const outcome = mapColumns(headers, overrides)
  assert(outcome.ok)
  return outcome.value
}

describe('the columns of a list', () => {
  it('are known by their headers; the open amount goes before the invoiced one', () => {
    const { positions, questions } = mapped([...enough, 'Total', 'Amount Due', 'Currency'])
    assert.deepEqual(questions, [])
    assert.deepEqual(positions, {
      customerName: 0,
      documentNumber: 1,
      dueDate: 2,
      originalAmount: 3,
      openAmount: 4,
      currency: 5,
    })
  })

  it('with a single amount are asked about, since only a person knows whether it is what is still open', () => {
    const { questions } = mapped([...enough, 'Amount'])
    assert.deepEqual(questions, [
      {
        kind: 'which-column',
        field: 'openAmount',
        candidates: [...enough, 'Amount'].map((header, at) => ({ number: at + 1, header })),
      },
    ])
    assert.deepEqual(mapped([...enough, 'Amount'], { openAmount: 'amount' }).questions, [])
  })

  it('that say the same thing equally well are asked about', () => {
    const { questions } = mapped([...enough, 'Open Balance', 'Amount Due'])
    assert.deepEqual(questions, [
      {
        kind: 'which-column',
        field: 'openAmount',
        candidates: [
          { number: 4, header: 'Open Balance' },
          { number: 5, header: 'Amount Due' },
        ],
      },
    ])
  })

  it('prefer the better word and ask nothing', () => {
    const { positions, questions } = mapped([...enough, 'Date', 'Invoice Date', 'Balance', 'Open Balance', 'Reference'])
    assert.deepEqual(questions, [])
    assert.equal(positions.issueDate, 4)
    assert.equal(positions.openAmount, 6)
    assert.equal(positions.documentNumber, 1)
    assert.equal(mapped(['Customer', ...enough.slice(1), 'Customer Name', 'Balance']).positions.customerName, 3)
  })

  it('without a due date are asked about; a column once named is not taken for something else', () => {
    const headers = ['Customer', 'Invoice Number', 'Due', 'Open Balance']
    assert.deepEqual(
      mapped(headers).questions.map((question) => question.kind === 'which-column' && question.field),
      ['dueDate'],
    )
    const { positions, questions } = mapped(headers, { dueDate: '#3' })
    assert.deepEqual(questions, [])
    assert.equal(positions.dueDate, 2)
    assert.equal(positions.openAmount, 3)
    assert.deepEqual(
      mapped(headers.slice(0, 3), { dueDate: 'Due' }).questions.map((one) => one.kind === 'which-column' && one.field),
      ['openAmount'],
    )
  })

  it('may be named in any language by header or number, and one may be said not to exist', () => {
    const { positions } = mapped(['客户', ...enough, '未付金额'], {
      customerNumber: '客户',
      openAmount: '#5',
      customerName: null,
    })
    assert.equal(positions.customerNumber, 0)
    assert.equal(positions.openAmount, 4)
    assert.equal(positions.customerName, undefined)
  })

  it('that a person names must be there', () => {
    const refusal = { code: 'unknown-column', field: 'openAmount', header: 'Offen' }
    assert.deepEqual(mapColumns(enough, { openAmount: 'Offen' }), { ok: false, refusal })
    assert.deepEqual(mapColumns(enough, { openAmount: '#9' }), { ok: false, refusal: { ...refusal, header: '#9' } })
  })

  it('of a list by age have the open amount in their total', () => {
    const { positions, questions } = mapped([...enough, 'Current', '< 1 Month', '1 Month', 'Older', 'Total'])
    assert.deepEqual(questions, [])
    assert.equal(positions.openAmount, 7)
  })
})
