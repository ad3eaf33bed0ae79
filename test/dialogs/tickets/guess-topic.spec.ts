import assert from 'node:assert/strict'
import { guessTopic } from '../../../dialogs/tickets/guess-topic.ts'

describe('what a ticket is probably about', () => {
  for (const [said, topic] of [
    ['a wrong invoice', 'billing'],
    ['We were charged twice.', 'billing'],
    ['三月的帳單有誤', 'billing'],
    ['三月的账单有误', 'billing'],
    ['the licences of Contoso cannot be renewed', 'subscription'],
    ['訂用帳戶無法啟用', 'subscription'],
    ['their tenant was compromised', 'fraud'],
    ['懷疑帳戶遭盜用', 'fraud'],
    ['our reseller relationship is gone', 'account'],
    ['合作夥伴協議無法簽署', 'account'],
    // A customer's, most likely.
    ['nobody can sign in', null],
    ['使用者無法登入', null],
    ['it is slow', null],
    ['', null],
    // Of several nobody knows which.
    ['the invoice for a cancelled subscription', null],
    // Words that only begin or end alike.
    ['the possibility of a rebill', null],
  ] as const)
    it(`is ${topic ?? 'not guessed'} where somebody says “${said}”`, () => assert.equal(guessTopic(said), topic))

  it('reads all fields, and one that is empty says nothing', () => {
    assert.equal(guessTopic(null, 'wrong', '帳單'), 'billing')
    assert.equal(guessTopic(null, null), null)
  })
})
