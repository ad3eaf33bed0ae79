import assert from 'node:assert/strict'
import { mayApprove, mayAsk, powers, roles, type Role, type Verb } from '../../../domain/staff/powers.ts'

// The table once more, by hand: a power that moves must move here as well.
const asks: Readonly<Record<Verb, readonly Role[]>> = {
  'see overdue': ['collector', 'approver', 'support', 'fraud-lead'],
  'see customer': ['collector', 'approver', 'support', 'fraud-lead'],
  'suspend for non-payment': ['collector', 'approver'],
  'suspend for fraud': ['collector', 'approver', 'support', 'fraud-lead'],
  'suspend for misuse': ['collector', 'approver', 'support', 'fraud-lead'],
  'suspend for customer-request': ['collector', 'approver', 'support', 'fraud-lead'],
  'break glass': ['fraud-lead'],
  'resume from non-payment': ['collector', 'approver'],
  'resume from fraud': ['fraud-lead'],
  'resume from misuse': ['fraud-lead'],
  'resume from customer-request': ['collector', 'approver', 'support', 'fraud-lead'],
  'resume from operator': ['fraud-lead', 'approver'],
  'explain sighting': ['approver', 'fraud-lead'],
  'hand in notice': ['collector', 'approver', 'support', 'fraud-lead'],
  'report alert': ['collector', 'approver', 'support', 'fraud-lead'],
  'handle alert': ['collector', 'approver', 'support', 'fraud-lead'],
  'see figures': ['collector', 'approver', 'support', 'fraud-lead', 'administrator'],
  'see dossier': ['fraud-lead', 'approver'],
  'decide alert': ['fraud-lead', 'approver'],
  'cancel subscription': ['collector', 'approver'],
  'end at term': ['collector', 'approver'],
  'see budgets': ['collector', 'approver', 'support', 'fraud-lead'],
  'set budget': ['fraud-lead', 'approver', 'collector'],
  'see credit': ['collector', 'approver', 'support', 'fraud-lead'],
  'set credit': ['collector', 'approver'],
  'hold orders': ['collector', 'approver', 'fraud-lead'],
  'release orders': ['collector', 'approver', 'fraud-lead'],
  'release orders after fraud': ['collector', 'approver', 'fraud-lead'],
  'see own invoices': ['collector', 'approver', 'administrator'],
  'see countdown': ['collector', 'approver', 'support', 'fraud-lead', 'administrator'],
  'let go': ['approver'],
  'want back': ['collector', 'approver', 'fraud-lead'],
  'record final notice': ['collector', 'approver'],
  'record agreement': ['collector', 'approver'],
  'assign customer': ['collector', 'approver'],
  'note customer': ['collector', 'approver', 'support', 'fraud-lead'],
  'skip customer': ['collector', 'approver'],
  'remind customer': ['collector', 'approver'],
  'set address': ['collector', 'approver'],
  'see policy': ['collector', 'approver', 'support', 'fraud-lead', 'administrator'],
  'activate policy': ['collector', 'approver', 'administrator'],
  'record policy given': ['collector', 'approver'],
  'file ticket': ['collector', 'approver', 'support', 'fraud-lead'],
  'match customer': ['collector', 'approver', 'administrator'],
  'import ledger': ['collector', 'approver', 'administrator'],
  'set route': ['administrator'],
  'test route': ['fraud-lead', 'administrator'],
  'see lanes': ['collector', 'approver', 'support', 'fraud-lead', 'administrator'],
  'stop lane': ['approver', 'fraud-lead', 'administrator'],
  'restart lane': ['approver', 'fraud-lead', 'administrator'],
  'act in lane': ['administrator'],
  'watch lane': ['administrator'],
  'mend lane': ['administrator'],
  'let more go': [],
  'change role': ['administrator'],
}
const approves: Readonly<Partial<Record<Verb, readonly Role[]>>> = {
  'suspend for non-payment': ['approver'],
  'suspend for fraud': ['approver', 'fraud-lead'],
  'suspend for misuse': ['approver', 'fraud-lead'],
  'suspend for customer-request': ['approver'],
  'break glass': ['approver', 'fraud-lead'],
  'resume from fraud': ['fraud-lead'],
  'resume from misuse': ['fraud-lead'],
  'resume from operator': ['fraud-lead'],
  'explain sighting': ['approver', 'fraud-lead'],
  'decide alert': ['fraud-lead'],
  'cancel subscription': ['approver'],
  'end at term': ['approver'],
  'set budget': ['approver'],
  'set credit': ['approver'],
  'release orders': ['approver', 'fraud-lead'],
  'release orders after fraud': ['fraud-lead'],
  'set address': ['collector', 'approver'],
  'let go': ['approver'],
  'activate policy': ['approver', 'administrator'],
  'import ledger': ['approver', 'administrator'],
  'restart lane': ['approver', 'fraud-lead', 'administrator'],
  'act in lane': ['administrator'],
  'let more go': ['approver'],
  'change role': ['administrator'],
}
const verbs = Object.keys(powers) as readonly Verb[]

describe('who may do what', () => {
  it('every verb stands in the table, and no other', () => assert.deepEqual(Object.keys(asks), verbs))

  for (const verb of verbs)
    for (const role of roles) {
      const mayAskIt = asks[verb].includes(role)
      const mayApproveIt = approves[verb]?.includes(role) ?? false
      it(`${role}, ${verb}: ${mayAskIt ? 'asks' : 'does not ask'}, ${mayApproveIt ? 'approves' : 'does not approve'}`, () => {
        assert.equal(mayAsk([role], verb), mayAskIt)
        assert.equal(mayApprove([role], verb), mayApproveIt)
      })
    }

  it('nobody without a role does anything at all', () => {
    for (const verb of verbs) assert.equal(mayAsk([], verb) || mayApprove([], verb), false)
  })

  it('two roles are both, in any order', () => {
    assert.equal(mayAsk(['support', 'administrator'], 'change role'), true)
    assert.equal(mayAsk(['administrator', 'support'], 'file ticket'), true)
    assert.equal(mayApprove(['support', 'approver'], 'suspend for fraud'), true)
  })

  it('an administrator alone sees no debt and suspends nobody: they set up, invite, confirm, and halt the desk', () => {
    const can = verbs.filter((verb) => mayAsk(['administrator'], verb) || mayApprove(['administrator'], verb))
    assert.deepEqual(can, [
      'see figures',
      'see own invoices',
      'see countdown',
      'see policy',
      'activate policy',
      'match customer',
      'import ledger',
      'set route',
      'test route',
      'see lanes',
      'stop lane',
      'restart lane',
      'act in lane',
      'watch lane',
      'mend lane',
      'change role',
    ])
  })

  it('whatever stops service, lifts suspicion, changes roles or lets the desk act takes a second person', () => {
    const alone = verbs.filter((verb) => approves[verb] === undefined)
    assert.deepEqual(alone, [
      'see overdue',
      'see customer',
      'resume from non-payment',
      'resume from customer-request',
      'hand in notice',
      'report alert',
      'handle alert',
      'see figures',
      'see dossier',
      'see budgets',
      'see credit',
      'hold orders',
      'see own invoices',
      'see countdown',
      'want back',
      'record final notice',
      'record agreement',
      'assign customer',
      'note customer',
      'skip customer',
      'remind customer',
      'see policy',
      'record policy given',
      'file ticket',
      'match customer',
      'set route',
      'test route',
      'see lanes',
      'stop lane',
      'watch lane',
      'mend lane',
    ])
  })
})
