import assert from 'node:assert/strict'
import { stepUpFindings } from '../../../bot/cli/step-up-findings.ts'
import { aPolicy, ines, wang } from '../../kit/builders.ts'
import { anOpenDesk } from '../an-open-desk.ts'

const limits = { people: 50, amounts: {} }

describe('what the doctor says of codes', () => {
  it('is nothing where the policy asks nobody for one', async () => {
    assert.deepEqual(await stepUpFindings(await anOpenDesk()), [])
  })

  it('is that somebody must enrol, until those who need a code can give one', async () => {
    const open = { ...(await anOpenDesk()), policy: aPolicy({ stepUp: limits, breakGlass: limits }) }
    const states = async () => (await stepUpFindings(open)).map(({ state, line }) => `${state} ${line.split(',')[0]}`)
    assert.deepEqual(await states(), [
      'look step-up: no approver has an authenticator app',
      'look break-glass: no fraud lead has an authenticator app',
    ])
    for (const staff of [wang, ines]) {
      await open.desk.secondFactors.offer(staff, 'console:root')
      await open.desk.secondFactors.confirm(staff, '020000', 'console:root')
    }
    assert.deepEqual(await states(), [
      'ok step-up: 1 approver with an authenticator app',
      'ok break-glass: 1 fraud lead with an authenticator app',
    ])
  })
})
