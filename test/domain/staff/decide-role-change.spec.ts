import assert from 'node:assert/strict'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import {
  askRoleChange,
  confirmRoleChange,
  rejectRoleChange,
  withRole,
} from '../../../domain/staff/decide-role-change.ts'
import type { Role } from '../../../domain/staff/powers.ts'
import type { RoleSubject } from '../../../domain/staff/role-change.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { aRoleChange, aStaff, ines, mei, minute, morning, otto, uma, wang } from '../../kit/builders.ts'

const account = { channel: 'teams', tenant: 'partner', user: 'lin' } as const
const newcomer: RoleSubject = { kind: 'newcomer', account, name: 'Lin' }
const onSlack: RoleSubject = { ...newcomer, account: { channel: 'slack', tenant: 'T01', user: 'U01' } }
const root = 'teams'
const person = ({ id, name }: Staff): RoleSubject => ({ kind: 'staff', staff: id, name })

function ask(
  subject: RoleSubject,
  change: 'give' | 'take',
  role: Role,
  facts: { readonly by?: Staff; readonly held?: readonly Role[]; readonly administrators?: number } = {},
) {
  const { by = ines, held = [], administrators = 3 } = facts
  return askRoleChange({ subject, change, role }, { id: 'G-1', by, held, administrators, root, now: morning })
}
const confirm = (change: Parameters<typeof confirmRoleChange>[0], by: Staff, administrators = 3) =>
  confirmRoleChange(change, { by, administrators, root, now: minute(1) })

describe('asking for a role to change', () => {
  it('is a question to another administrator', () => {
    assert.deepEqual(ask(person(mei), 'give', 'approver', { held: ['collector'] }), granted(aRoleChange()))
  })

  for (const [what, outcome, refusal] of [
    [
      'by somebody who is no administrator',
      ask(person(mei), 'give', 'approver', { by: wang }),
      { code: 'not-allowed' },
    ],
    ['for oneself', ask(person(ines), 'give', 'approver'), { code: 'own-role' }],
    ['for an account of another chat', ask(onSlack, 'give', 'collector'), { code: 'needs-link' }],
    ['to take one’s own role', ask(person(ines), 'take', 'fraud-lead', { held: ['fraud-lead'] }), { code: 'own-role' }],
    [
      'for one’s own second account',
      ask({ ...newcomer, account: otto.accounts[0] ?? account }, 'give', 'approver', { by: otto }),
      { code: 'own-role' },
    ],
    [
      'that they have already',
      ask(person(wang), 'give', 'approver', { held: ['approver'] }),
      { code: 'has-it', role: 'approver' },
    ],
    ['that they do not have', ask(person(wang), 'take', 'support'), { code: 'has-it-not', role: 'support' }],
    [
      'that would leave one administrator',
      ask(person(otto), 'take', 'administrator', { held: ['administrator'], administrators: 2 }),
      { code: 'too-few-administrators' },
    ],
  ] as const)
    it(`is refused ${what}`, () => assert.deepEqual(outcome, refused(refusal)))

  it('is refused for any one of one’s own accounts', () => {
    const by = { ...otto, accounts: [...otto.accounts, account] }
    assert.deepEqual(ask(newcomer, 'give', 'approver', { by }), refused({ code: 'own-role' }))
    assert.deepEqual(confirm(aRoleChange({ subject: newcomer }), by), refused({ code: 'own-role' }))
  })

  it('leaves two administrators, not fewer', () => {
    assert(ask(person(otto), 'take', 'administrator', { held: ['administrator'], administrators: 3 }).ok)
  })

  it('other roles may be taken however few administrators there are', () => {
    assert(ask(person(wang), 'take', 'approver', { held: ['approver'], administrators: 2 }).ok)
    assert(ask(person(wang), 'give', 'administrator', { administrators: 1 }).ok)
  })

  it('may let somebody in', () => assert(ask(newcomer, 'give', 'collector').ok))
})

describe('confirming a role change', () => {
  it('takes a second administrator', () => {
    assert.deepEqual(
      confirm(aRoleChange(), otto),
      granted({ ...aRoleChange(), status: 'confirmed', confirmedBy: 'otto', confirmedAt: minute(1) }),
    )
  })

  const confirmed = { ...aRoleChange(), status: 'confirmed', confirmedBy: 'otto', confirmedAt: morning } as const
  const takesOtto = aRoleChange({ subject: person(otto), change: 'take', role: 'administrator' })
  for (const [what, outcome, refusal] of [
    ['by the administrator who asked', confirm(aRoleChange(), ines), { code: 'own-request' }],
    ['by the person it is about', confirm(aRoleChange({ subject: person(otto) }), otto), { code: 'own-role' }],
    ['by the person whose role is taken', confirm(takesOtto, otto), { code: 'own-role' }],
    [
      'by the newcomer’s other self',
      confirm(aRoleChange({ subject: { ...newcomer, account: otto.accounts[0] ?? account } }), otto),
      { code: 'own-role' },
    ],
    ['by somebody who is no administrator', confirm(aRoleChange(), wang), { code: 'not-allowed' }],
    ['for an account of another chat', confirm(aRoleChange({ subject: onSlack }), otto), { code: 'needs-link' }],
    ['when too few would remain by now', confirm(takesOtto, uma, 2), { code: 'too-few-administrators' }],
    ['twice', confirm(confirmed, otto), { code: 'already-decided', change: confirmed }],
  ] as const)
    it(`is refused ${what}`, () => assert.deepEqual(outcome, refused(refusal)))
})

describe('rejecting a role change', () => {
  it('is open to any administrator, the one who asked included', () => {
    for (const by of [otto, ines])
      assert.deepEqual(
        rejectRoleChange(aRoleChange(), { by, now: minute(1) }),
        granted({ ...aRoleChange(), status: 'rejected', rejectedBy: by.id, rejectedAt: minute(1) }),
      )
  })

  it('is refused to everybody else, and once it is decided', () => {
    assert.deepEqual(rejectRoleChange(aRoleChange(), { by: mei, now: morning }), refused({ code: 'not-allowed' }))
    const rejected = { ...aRoleChange(), status: 'rejected', rejectedBy: 'otto', rejectedAt: morning } as const
    assert.deepEqual(
      rejectRoleChange(rejected, { by: otto, now: morning }),
      refused({ code: 'already-decided', change: rejected }),
    )
  })
})

describe('the person after a role change', () => {
  it('has one role more, once', () => {
    assert.deepEqual(withRole(aRoleChange(), mei, 'unused').roles, ['collector', 'approver'])
    assert.deepEqual(withRole(aRoleChange(), aStaff('Mei', ['approver', 'support']), 'unused').roles, [
      'support',
      'approver',
    ])
  })

  it('has one role fewer', () => {
    const change = aRoleChange({ change: 'take', role: 'fraud-lead' })
    assert.deepEqual(withRole(change, ines, 'unused').roles, ['administrator'])
  })

  it('becomes somebody, when they were a newcomer', () => {
    assert.deepEqual(withRole(aRoleChange({ subject: newcomer, role: 'collector' }), null, 'staff-9'), {
      id: 'staff-9',
      name: 'Lin',
      accounts: [account],
      roles: ['collector'],
      language: null,
    })
  })
})
