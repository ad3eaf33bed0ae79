import assert from 'node:assert/strict'
import { transcript } from '../../kit/transcript.ts'
import type { Office } from '../../kit/office.ts'
import { anOffice } from '../an-office.ts'

describe('the overdue list as a file', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice()
  })

  it('is offered with what it holds, or it is said that there is nobody', () =>
    transcript(
      office,
      `
      Mei: overdue over 200 days as csv
      Bot: No overdue customer is like that, so there is no file.
      Otto: overdue as csv
      Bot: Your role does not allow that, Otto. Two administrators together can change it.
      Mei: language 繁體中文
      Bot: 之後我會用繁體中文和您對話。
      Mei: 逾期超過 200 天匯出成檔案
      Bot: 沒有符合條件的逾期客戶，因此沒有檔案。
      `,
    ))

  it('is made of what is overdue when it is taken, for whoever takes it', async () => {
    const by = office.speaker('Mei', { channel: null, chat: 'teams' })
    const [said] = await office.hear({ kind: 'said', by, text: 'overdue in china as csv', inputs: {}, pressed: false })
    const [file] = said?.reply.files ?? []
    assert.equal(file?.name, 'overdue-2025-03-31.csv')
    assert.deepEqual(file.wanted, {
      file: 'overdue',
      filters: { overDays: null, fromDays: null, lane: 'china', above: null, mine: false },
    })
    const given: string[] = []
    const take = async (name: string) =>
      office.hear({
        kind: 'file-taken',
        by: office.speaker(name, { channel: null, chat: 'teams' }),
        wanted: file.wanted,
        give: async ({ bytes }) => void given.push(new TextDecoder().decode(bytes)),
      })
    await take('Mei')
    await take('Otto')
    assert.equal(given.length, 1)
    assert.match(given[0] ?? '', /^day,customer,.*\r\n2025-03-31,"Contoso",.*,"CNY",48200\.00,/)
  })
})
