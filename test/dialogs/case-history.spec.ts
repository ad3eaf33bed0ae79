import assert from 'node:assert/strict'
import { historyLine } from '../../dialogs/case-history.ts'
import type { CardTalk } from '../../dialogs/talk.ts'
import { speak } from '../../dialogs/words/words.ts'
import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { AnyCase } from '../../domain/cases/case.ts'
import type { SuspensionRequest } from '../../domain/suspension/suspension-request.ts'
import { allActing, aPendingSuspension, anApprovedSuspension, minute } from '../kit/builders.ts'
import { english, traditionalChinese } from '../kit/languages.ts'

const zone = 'Asia/Shanghai'
const names: Readonly<Record<string, string>> = { wang: 'Wang' }
const talkIn = (catalogue: typeof english): CardTalk => ({
  words: speak(catalogue, zone),
  nameOf: (id) => names[id] ?? id,
  colleagues: [],
  stateOf: allActing,
  zone,
  shared: true,
})
const entry = (what: string, by = 'wang'): AuditEntry => {
  return { seq: 2, prev: '', hash: '', at: minute(5), by, what, about: 'S-1' }
}
const suspension = (value: SuspensionRequest): AnyCase => ({ kind: 'suspension', value, version: 2 })
const pending = suspension(aPendingSuspension())
const voided = suspension({ ...aPendingSuspension(), status: 'void', endedAt: minute(5), why: 'paid' })

function told(what: string, found = pending, by = 'wang', newest = true): readonly (string | null)[] {
  return [english, traditionalChinese].map(
    (catalogue) => historyLine(entry(what, by), found, { newest }, talkIn(catalogue))?.replace(/\s/gu, ' ') ?? null,
  )
}
const at = 'Mar 31, 2025, 10:05 AM · '
const zhAt = '2025年3月31日 上午10:05 · '

describe('a line of history', () => {
  for (const [what, inEnglish, inChinese] of [
    ['suspension.approved', 'Wang approved it.', 'Wang 已核准。'],
    ['suspension.rejected', 'Wang rejected it.', 'Wang 已駁回。'],
    ['suspension.questioned', 'Wang asked a question.', 'Wang 提出疑問。'],
    ['suspension.answered', 'Wang answered the question.', 'Wang 已回覆疑問。'],
    ['suspension.withdrawn', 'Wang withdrew it.', 'Wang 已撤回。'],
    ['suspension.called-off', 'Wang called off what was not done.', 'Wang 已取消尚未執行的部分。'],
    ['suspension.expired', 'It expired; nobody decided.', '已失效，期間無人決定。'],
    ['resumption.approved', 'Wang approved it.', 'Wang 已核准。'],
    ['resumption.rejected', 'Wang rejected it.', 'Wang 已駁回。'],
    ['resumption.expired', 'It expired; nobody decided.', '已失效，期間無人決定。'],
    ['ticket.filed', 'Wang filed it with the operator.', 'Wang 已送交營運商。'],
    ['ticket.dropped', 'Wang closed it without filing it.', 'Wang 已結案，未送出。'],
    ['role.confirmed', 'Wang confirmed it.', 'Wang 已確認。'],
    ['role.rejected', 'Wang rejected it.', 'Wang 已駁回。'],
    ['role.expired', 'It expired; nobody decided.', '已失效，期間無人決定。'],
    ['ledger-import.confirmed', 'Wang confirmed it.', 'Wang 已確認。'],
    ['ledger-import.rejected', 'Wang rejected it.', 'Wang 已駁回。'],
    ['ledger-import.undone', 'Wang took it back.', 'Wang 已撤銷這次匯入。'],
    ['ledger-import.undo-asked', 'Wang asked to take it back.', 'Wang 申請撤銷這次匯入。'],
    ['ledger-import.undo-rejected', 'Wang refused to take it back.', 'Wang 已駁回撤銷的申請。'],
    [
      'ledger-import.replanned',
      'The ledger has changed since; the card shows the new figures.',
      '帳款資料已有異動，卡片上的數字已更新。',
    ],
    ['ledger-import.expired', 'It expired; nobody decided.', '已失效，期間無人決定。'],
  ] as const)
    it(`says who, what and when of ${what}`, () =>
      assert.deepEqual(told(what), [`${at}${inEnglish}`, `${zhAt}${inChinese}`]))

  for (const what of [
    'suspension.requested',
    'suspension.sent',
    'suspension.accepted',
    'resumption.asked',
    'resumption.sent',
    'ticket.opened',
    'role.asked',
    'ledger-import.proposed',
    'ledger-import.activated',
    'something.else',
    'toString',
  ])
    it(`leaves out ${what}`, () => assert.deepEqual(told(what), [null, null]))

  it('says why a case ended by itself, and on whose press where it was one', () => {
    assert.deepEqual(told('suspension.voided', voided, 'desk'), [
      `${at}Cancelled, nothing was suspended: the debt was paid in the meantime.`,
      `${zhAt}已取消，未暫停任何服務：客戶已在這段期間付清欠款。`,
    ])
    assert.deepEqual(
      told('suspension.voided', voided)[0],
      `${at}Cancelled, nothing was suspended: the debt was paid in the meantime. (Wang)`,
    )
  })

  it('tells of acts once, when the last of them has ended', () => {
    const approved = anApprovedSuspension()
    assert.deepEqual(told('suspension.acted', suspension(approved), 'desk'), [null, null])
    const done = suspension({ ...approved, status: 'carried-out', endedAt: minute(5) })
    assert.match(told('suspension.acted', done, 'desk')[0] ?? '', /Approved by Wang; /)
    assert.deepEqual(told('suspension.acted', done, 'desk', false), [null, null])
    const later = suspension({ ...approved, status: 'carried-out', endedAt: minute(6) })
    assert.deepEqual(told('suspension.acted', later, 'desk'), [null, null])
  })

  it('says an actor nobody knows by the id', () => {
    assert.equal(told('ledger-import.undone', pending, 'console:root')[0], `${at}console:root took it back.`)
  })
})
