import assert from 'node:assert/strict'
import { readPolicy } from '../../../adapters/policy-yaml/read-policy.ts'
import { demoCustomers } from '../../../bot/demo/world/customers.ts'
import { defaultPolicy } from '../../adapters/policy-yaml/a-policy-file.ts'

describe('the demo’s customers', () => {
  it('are below what takes a second factor: nobody in the demo has one', () => {
    const { stepUp } = readPolicy(defaultPolicy, 'default-policy.yaml')
    assert(stepUp?.people != null)
    for (const { name, seats, monthly, currency } of demoCustomers()) {
      // Fifteen more of a second subscription; and nobody owes more than half a year.
      assert(seats + 15 <= stepUp.people, name)
      const limit = stepUp.amounts[currency]
      if (limit !== undefined) assert(monthly * 6 * (currency === 'JPY' ? 1 : 100) <= limit, name)
    }
  })
})
