import assert from 'node:assert/strict'
import { asFault } from '../../../adapters/teams/connector-faults.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'

describe('a failed call to Teams', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']) {
    it(`is Teams out of reach where the network says ${code}`, () => {
      const fault = asFault(Object.assign(new Error('x'), { code }), 0)
      assert(fault instanceof OutsideFault)
      assert.deepEqual([fault.facts.service, fault.facts.kind], ['teams', 'unreachable'])
    })
  }

  it('is Teams out of reach where the connector itself got no answer, whatever the code', () => {
    const cause = Object.assign(new Error('x'), { name: 'RestError', code: 'CERT_HAS_EXPIRED' })
    assert(asFault(cause, 0) instanceof OutsideFault)
  })

  for (const code of ['ENOENT', 'ENOSPC', 'EACCES', 'ERR_INVALID_ARG_TYPE']) {
    it(`stays what it was where the code is ${code}: a disk, or a slip of ours`, () => {
      const cause = Object.assign(new Error('x'), { code })
      assert.equal(asFault(cause, 0), cause)
    })
  }
})
