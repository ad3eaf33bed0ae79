import assert from 'node:assert/strict'
import { customerFinder } from '../../../dialogs/understanding/find-customer.ts'
import { joinCustomers } from '../../../domain/customers/customer-directory.ts'
import { anOperatorCustomer } from '../../kit/builders.ts'

const find = customerFinder()
const found = (name: string) => find(joinCustomers([], [anOperatorCustomer({ name })], new Map(), new Map()), name).kind

describe('a name that is looked up', () => {
  it('has sixteen words at most', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ')
    assert.deepEqual([found(words(16)), found(words(17))], ['one', 'none'])
  })
  it('has two hundred letters at most', () => {
    assert.deepEqual([found('n'.repeat(200)), found('n'.repeat(201))], ['one', 'none'])
  })
})
