import assert from 'node:assert/strict'
import { accountKey } from '../../domain/staff/staff.ts'
import { aStaff, ines, mei, otto, wang } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

const onSlack = { channel: 'slack', tenant: 'partner', user: 'mei' } as const

describe('a linked account', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      staff: [{ ...mei, accounts: [onSlack, ...mei.accounts] }, wang, ines, otto],
      chats: { root: 'teams', other: 'slack' },
    })
  })
  const accounts = async () => (await office.desk.staff.byId('mei'))?.accounts.map(accountKey)

  it('is given up by its person, who stays who they are in Teams', async () => {
    await transcript(
      office,
      `
      Mei on Slack: unlink
      Bot: slack:partner/mei is no longer Mei here: from now on it is nobody’s.
      Mei on Slack: overdue
      Bot: I do not know you yet
           …
      Mei: unlink my account
      Bot: No other account of Mei is linked.
      Mei: overdue
      Bot: 1 customer is overdue
           …
      `,
    )
    assert.deepEqual(await accounts(), ['teams:partner/mei'])
    assert.deepEqual(
      (await office.store.auditOf('mei')).map(({ by, what, details }) => ({ by, what, ...details })),
      [{ by: 'mei', what: 'account.untied', account: 'slack:partner/mei' }],
    )
  })

  it('is taken from them by one administrator, and by nobody else', async () => {
    await transcript(
      office,
      `
      Wang: unlink Mei
      Bot: Only administrators can do that.
      Mei on Slack: unlink Wang
      Bot: Only administrators can do that.
      Otto: unlink Zoe
      Bot: I know nobody called “Zoe”. They must write to me first and say “link”.
      Otto: unlink Wang
      Bot: No other account of Wang is linked.
      Otto: unlink @mei
      Bot: slack:partner/mei is no longer Mei here: from now on it is nobody’s.
      Mei on Slack: overdue
      Bot: I do not know you yet
           …
      `,
    )
    assert.equal((await office.store.auditOf('mei')).at(-1)?.by, 'otto')
  })

  it('of one of several of a name is not guessed', async () => {
    office = await anOffice({
      staff: [{ ...mei, accounts: [onSlack, ...mei.accounts] }, { ...aStaff('Mei', []), id: 'mei-2' }, ines, otto],
      chats: { root: 'teams', other: 'slack' },
    })
    await transcript(
      office,
      `
      Otto: unlink MEI
      Bot: Several people are called “MEI”. Name the account instead, such as “unlink slack:T0123/U0123”.
      Otto: unlink slack:partner/mei
      Bot: slack:partner/mei is no longer Mei here: from now on it is nobody’s.
      `,
    )
    assert.deepEqual(await accounts(), ['teams:partner/mei'])
  })
})
