import assert from 'node:assert/strict'
import { startOperators } from '../../../bot/demo/operators.ts'
import { demoCustomers } from '../../../bot/demo/world/customers.ts'
import type { Config } from '../../../bot/config.ts'
import { today } from '../../kit/builders.ts'

const standIn = {
  tenantId: 't',
  clientId: 'c',
  clientSecret: 's',
  refreshToken: undefined,
  apiUrl: 'http://127.0.0.1:9',
  loginUrl: 'http://127.0.0.1:9',
}

describe('the operators of the demo', () => {
  const log = (lanes: Config['lanes'], lane: keyof Config['lanes']) => fetch(`${lanes[lane]?.apiUrl}/simulator/log`)

  it('are one for each lane that was not pointed elsewhere, on this machine only', async () => {
    const operators = await startOperators({ china: standIn }, demoCustomers(), today)
    try {
      assert.deepEqual(Object.keys(operators.lanes), ['global', 'us-government'])
      for (const lane of ['global', 'us-government'] as const) {
        assert.equal(new URL(operators.lanes[lane]?.apiUrl ?? '').hostname, '127.0.0.1')
        assert.equal((await log(operators.lanes, lane)).status, 200)
      }
    } finally {
      await operators.close()
    }
  })

  it('are gone when the desk closes them', async () => {
    const operators = await startOperators({}, demoCustomers(), today)
    const { lanes } = operators
    assert.deepEqual(Object.keys(lanes), ['global', 'us-government', 'china'])
    await operators.close()
    for (const lane of ['global', 'us-government', 'china'] as const) await assert.rejects(log(lanes, lane))
  })
})
