import assert from 'node:assert/strict'
import { importCard, importRefusalLine, undoRefusalLine } from '../../../dialogs/ledger/import-card.ts'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import type { CardTalk } from '../../../dialogs/talk.ts'
import { speak } from '../../../dialogs/words/words.ts'
import type { ImportRecord } from '../../../domain/receivables/ledger-import.ts'
import { allActing, morning } from '../../kit/builders.ts'
import { english, traditionalChinese } from '../../kit/languages.ts'

const zone = 'Asia/Shanghai'
const nameOf = (id: string) => id.charAt(0).toUpperCase() + id.slice(1)
const inEnglish: CardTalk = {
  words: speak(english, zone),
  nameOf,
  colleagues: [],
  stateOf: allActing,
  zone,
  shared: false,
}
const inChinese: CardTalk = {
  words: speak(traditionalChinese, zone),
  nameOf,
  colleagues: [],
  stateOf: allActing,
  zone,
  shared: false,
}

type Pending = Extract<ImportRecord, { status: 'pending' }>

/** Mei imported a complete list of Nimbus that closes much and makes one more customer due. */
const pending: Pending = {
  status: 'pending',
  id: 'L-1',
  file: 'open-items.csv',
  sha256: 'abc',
  scope: { kind: 'company', value: 'NIMBUS' },
  complete: true,
  asOf: '2025-03-30',
  rows: 3,
  effect: {
    opened: 1,
    changed: 2,
    closed: 40,
    unchanged: 0,
    totals: [
      { currency: 'CNY', minor: 4_820_000, items: 1 },
      { currency: 'EUR', minor: 120_000, items: 2 },
    ],
    customers: 3,
    unmatched: [{ account: 'K-9', name: 'Wide World' }],
    unmatchedCount: 1,
    newlyDue: 1,
    rematched: [],
    guard: ['many-closed', 'many-newly-due'],
  },
  by: 'console',
  staff: 'mei',
  at: morning,
}
const said = (record: ImportRecord, talk: CardTalk) =>
  plain(importCard(record, 1, talk))
    .replace(/\u00a0/g, ' ')
    .split('\n')

describe('the card of a ledger import', () => {
  it('tells the second person what it would change, and why it is asked about', () => {
    assert.deepEqual(said(pending, inEnglish), [
      'L-1: ledger import open-items.csv',
      'Waiting for a second person.',
      'It would close more of the open invoices than usual. Is the file complete?',
      'It would make more customers due for suspension than usual. Are payments missing?',
      'Scope: company NIMBUS, complete list',
      'Ledger as of: Mar 30, 2025',
      'Open: CNY 48,200.00 · EUR 1,200.00',
      'Changes: 1 new, 2 changed, 40 closed',
      'Newly due for suspension: 1',
      'Accounts matched to nobody: 1',
      '[Confirm] [Reject]',
    ])
    assert.deepEqual(said({ ...pending, scope: { kind: 'lane', value: 'china' }, complete: false }, inChinese), [
      'L-1：匯入應收帳款 open-items.csv',
      '等待第二人確認。',
      '這次匯入會結清的發票比平常多。檔案完整嗎？',
      '這次匯入會讓應暫停服務的客戶比平常多。是不是漏了收款？',
      '範圍: 營運商 世紀互聯，部分清單',
      '帳款資料截至: 2025年3月30日',
      '未結餘額: CNY 48,200.00 · EUR 1,200.00',
      '異動: 新增 1 筆，異動 2 筆，結清 40 筆',
      '新增的應暫停客戶: 1',
      '尚未對應的帳款客戶: 1',
      '[確認] [駁回]',
    ])
  })

  const ended: readonly (readonly [ImportRecord, string])[] = [
    [{ ...pending, status: 'active', confirmedBy: null, activeAt: morning }, 'Imported.'],
    [{ ...pending, status: 'active', confirmedBy: 'wang', activeAt: morning }, 'Imported, confirmed by Wang.'],
    [{ ...pending, status: 'rejected', rejectedBy: 'wang', endedAt: morning }, 'Rejected by Wang.'],
    [{ ...pending, status: 'undone', undoneBy: 'mei', endedAt: morning }, 'Undone.'],
  ]
  for (const [record, line] of ended) {
    it(`says how it ended, with nothing left to decide: ${line}`, () => {
      const [, second, ...rest] = said(record, inEnglish)
      assert.equal(second, line)
      const buttons = rest.filter((each) => each.startsWith('['))
      assert.deepEqual(buttons, record.status === 'active' ? ['[Take it back]'] : [])
    })
  }

  it('says in one sentence why a decision did not count', () => {
    const why = (refusal: Parameters<typeof importRefusalLine>[0]) => importRefusalLine(refusal, inEnglish)
    assert.equal(why({ code: 'own-import' }), 'You had a hand in this yourself; a different person must decide.')
    assert.equal(
      why({ code: 'not-allowed' }),
      'Your role does not allow confirming ledger imports. It takes the role of approver or administrator.',
    )
    assert.equal(
      why({
        code: 'already-decided',
        record: { ...pending, status: 'rejected', rejectedBy: 'wang', endedAt: morning },
      }),
      'L-1 has already been dealt with. Rejected by Wang.',
    )
    assert.equal(
      why({ code: 'effect-changed', effect: pending.effect }),
      'The ledger changed meanwhile and so would the result. Look at the figures again before you confirm.',
    )
  })

  it('says in one sentence why an import was not taken back', () => {
    const why = (refusal: Parameters<typeof undoRefusalLine>[0]) => undoRefusalLine(refusal, inEnglish)
    const undone: ImportRecord = { ...pending, status: 'undone', undoneBy: 'mei', endedAt: morning }
    assert.equal(why({ code: 'not-active', record: undone }), 'L-1 has already been dealt with. Undone.')
    assert.equal(
      why({ code: 'not-allowed' }),
      'Your role does not allow taking imports back. It takes the role of collector, approver, or administrator.',
    )
    assert.equal(why({ code: 'not-found' }), 'This case no longer exists.')
  })
})
