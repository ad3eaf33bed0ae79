import assert from 'node:assert/strict'
import type { Action } from '../../dialogs/vocabulary/action.ts'
import type { Office } from '../kit/office.ts'
import { anOffice, before } from './an-office.ts'

describe('a button somebody made up', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
  })
  const press = async (name: string, action: Action) => {
    const by = office.speaker(name, { channel: null, chat: 'teams' })
    const said = await office.hear({ kind: 'acted', by, action, inputs: {} })
    return said.filter(({ place }) => place === by.place).map(({ reply }) => reply)
  }

  it('shows whoever may see the case how it stands', async () => {
    const shown = await press('Sam', { act: 'suspension.withdraw', case: 'S-1', version: 1 })
    assert(shown.some(({ title }) => title === 'S-1: suspend Contoso?'))
  })

  it('shows an administrator, who may not see customers, no customer', async () => {
    for (const act of ['suspension.approve', 'role-change.confirm', 'ticket.not-filed'] as const) {
      const shown = await press('Otto', { act, case: 'S-1', version: 1 })
      assert(shown.length > 0, act)
      assert(!JSON.stringify(shown).includes('Contoso'), act)
    }
  })
})
