import assert from 'node:assert/strict'
import { refused } from '../../../domain/shared/outcome.ts'
import type { Role } from '../../../domain/staff/powers.ts'
import type { RoleSubject } from '../../../domain/staff/role-change.ts'
import { accountKey, type Staff } from '../../../domain/staff/staff.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aRoleChange, contoso, ines, mei, minute, morning, otto, uma, wang } from '../../kit/builders.ts'

const here = 'teams:partner/ines'
const stranger = { channel: 'teams', tenant: 'partner', user: 'kim' } as const
const strangerKey = 'teams:partner/kim'
const newcomer: RoleSubject = { kind: 'newcomer', account: stranger, name: 'Kim' }
const person = ({ id, name }: Staff): RoleSubject => ({ kind: 'staff', staff: id, name })
const at = (version: number, id = 'G-1') => ({ case: id, version })

describe('the staff desk', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const ask = (subject: RoleSubject, change: 'give' | 'take', role: Role, by = ines) =>
    office.desk.staff.askRole({ subject, change, role }, by, here)
  const rolesOf = async (id: string) => (await office.desk.staff.byId(id))?.roles
  const administrators = async () =>
    (await office.desk.staff.all()).filter(({ roles }) => roles.includes('administrator')).map(({ id }) => id)

  describe('knows people by their accounts', () => {
    it('each account is one person, an unknown one is nobody', async () => {
      assert.deepEqual(await office.desk.staff.whoIs({ channel: 'teams', tenant: 'partner', user: 'mei' }), mei)
      assert.equal(await office.desk.staff.whoIs(stranger), null)
      assert.equal(await office.desk.staff.byId('nobody'), null)
    })
    it('the same user id in another tenant or another chat is somebody else', async () => {
      for (const other of [
        { channel: 'teams', tenant: 'elsewhere', user: 'mei' },
        { channel: 'slack', tenant: 'partner', user: 'mei' },
        { channel: 'teams', tenant: 'partner', user: 'Mei' },
      ] as const)
        assert.equal(await office.desk.staff.whoIs(other), null, accountKey(other))
    })
    it('one person may have several accounts', async () => {
      const slack = { channel: 'slack', tenant: 'T01', user: 'U1' } as const
      const value = { ...mei, accounts: [...mei.accounts, slack] }
      await office.store.commit({ save: [{ kind: 'staff', id: 'mei', value, basedOn: 1 }] })
      assert.equal((await office.desk.staff.whoIs(slack))?.id, 'mei')
    })
  })

  describe('a stranger who asks to be let in', () => {
    it('is announced once, however often they ask', async () => {
      assert.equal(await office.desk.staff.askAccess(stranger, 'Kim'), 'asked')
      assert.equal(await office.desk.staff.askAccess(stranger, 'Kim'), 'asked-before')
      assert.deepEqual(await office.desk.staff.waiting(), [
        { account: stranger, name: 'Kim', askedAt: morning, status: 'open' },
      ])
      assert.deepEqual(
        (await office.due()).map(({ order }) => order),
        [{ kind: 'announce-newcomer', account: strangerKey }],
      )
      assert.deepEqual(await office.audited(strangerKey), [`access.asked by ${strangerKey}`])
    })
    it('twice at the same instant is announced once', async () => {
      const said = await Promise.all([1, 2].map(() => office.desk.staff.askAccess(stranger, 'Kim')))
      assert.deepEqual(said.toSorted(), ['asked', 'asked-before'])
      assert.equal((await office.due()).length, 1)
    })
    it('may do nothing until two administrators have agreed', async () => {
      await office.desk.staff.askAccess(stranger, 'Kim')
      await ask(newcomer, 'give', 'collector')
      assert.equal(await office.desk.staff.whoIs(stranger), null)
      assert.deepEqual(await office.desk.staff.confirmRole(at(1), ines), refused({ code: 'own-request' }))
      assert((await office.desk.staff.confirmRole(at(1), otto)).ok)
      const kim = await office.desk.staff.whoIs(stranger)
      assert.deepEqual([kim?.name, kim?.roles, kim?.accounts], ['Kim', ['collector'], [stranger]])
      assert.deepEqual(await office.desk.staff.waiting(), [])
    })
    it('may ask once more when that was answered', async () => {
      await office.desk.staff.askAccess(stranger, 'Kim')
      await ask(newcomer, 'give', 'collector')
      await office.desk.staff.confirmRole(at(1), otto)
      assert.equal(await office.desk.staff.askAccess(stranger, 'Kim'), 'asked')
      assert.equal((await office.desk.staff.waiting()).length, 1)
    })
    it('is named by their account in the audit, for a name proves nothing', async () => {
      await ask(newcomer, 'give', 'collector')
      assert.equal(office.commits[0]?.audit?.[0]?.details?.['subject'], strangerKey)
    })
    it('becomes one person, also by two changes confirmed at the same instant', async () => {
      await office.desk.staff.askAccess(stranger, 'Kim')
      await ask(newcomer, 'give', 'collector')
      await ask(newcomer, 'give', 'support')
      const outcomes = await Promise.all(['G-1', 'G-2'].map((id) => office.desk.staff.confirmRole(at(1, id), otto)))
      assert.deepEqual(
        outcomes.filter(({ ok }) => !ok),
        [refused({ code: 'changed-since' })],
      )
      const again = (await office.get('role-change', 'G-1'))?.status === 'confirmed' ? 'G-2' : 'G-1'
      assert((await office.desk.staff.confirmRole(at(1, again), otto)).ok)
      const same = (await office.desk.staff.all()).filter(({ name }) => name === 'Kim')
      assert.deepEqual(
        same.map(({ roles }) => roles.toSorted()),
        [['collector', 'support']],
      )
    })
  })

  describe('a role change', () => {
    it('is asked in one commit and waits', async () => {
      assert.deepEqual(await ask(person(mei), 'give', 'approver'), { ok: true, value: aRoleChange() })
      const [commit, ...more] = office.commits
      assert.deepEqual(more, [])
      assert.deepEqual(commit?.save, [{ kind: 'role-change', id: 'G-1', value: aRoleChange(), basedOn: null }])
      assert.deepEqual(commit?.audit, [
        {
          at: morning,
          by: 'ines',
          what: 'role.asked',
          about: 'G-1',
          details: { subject: 'mei', change: 'give', role: 'approver' },
        },
      ])
      assert.deepEqual(
        commit?.outbox?.map(({ order }) => order),
        [
          { kind: 'post-case', case: 'G-1', askedIn: here },
          { kind: 'expire-case', case: 'G-1' },
        ],
      )
      assert.deepEqual(await rolesOf('mei'), ['collector'])
    })

    it('confirmed by another administrator changes the person in the same commit', async () => {
      await ask(person(mei), 'give', 'approver')
      office.world.now = minute(1)
      assert((await office.desk.staff.confirmRole(at(1), otto)).ok)
      const commit = office.commits.at(-1)
      assert.deepEqual(
        commit?.save?.map(({ kind, id, basedOn }) => [kind, id, basedOn]),
        [
          ['role-change', 'G-1', 1],
          ['staff', 'mei', 1],
        ],
      )
      assert.deepEqual(
        commit?.audit?.map(({ what, by, at }) => [what, by, at]),
        [['role.confirmed', 'otto', minute(1)]],
      )
      assert.deepEqual(
        commit?.outbox?.map(({ order }) => order),
        [
          { kind: 'update-cards', case: 'G-1' },
          { kind: 'tell-staff', case: 'G-1', staff: 'ines' },
        ],
      )
      assert.deepEqual(await rolesOf('mei'), ['collector', 'approver'])
    })

    it('nobody changes their own role, from either side', async () => {
      assert.deepEqual(await ask(person(ines), 'give', 'approver'), refused({ code: 'own-role' }))
      const asked = await ask(person(otto), 'give', 'approver')
      assert(asked.ok)
      assert.deepEqual(await office.desk.staff.confirmRole(at(1, asked.value.id), otto), refused({ code: 'own-role' }))
      assert.deepEqual(await rolesOf('otto'), ['administrator'])
      assert((await office.desk.staff.confirmRole(at(1, asked.value.id), uma)).ok)
    })

    it('what is refused changes nobody', async () => {
      assert.deepEqual(await ask(person(mei), 'give', 'approver', wang), refused({ code: 'not-allowed' }))
      assert.deepEqual(await ask(person(mei), 'give', 'collector'), refused({ code: 'has-it', role: 'collector' }))
      assert.deepEqual(await office.desk.staff.confirmRole(at(1), otto), refused({ code: 'not-found' }))
      assert.deepEqual(office.commits, [])
    })

    it('rejected changes nobody, and tells who asked', async () => {
      await ask(person(mei), 'give', 'approver')
      assert((await office.desk.staff.rejectRole(at(1), otto)).ok)
      assert.deepEqual(await rolesOf('mei'), ['collector'])
      assert.deepEqual(
        office.commits.at(-1)?.audit?.map(({ what }) => what),
        ['role.rejected'],
      )
      assert.deepEqual(
        office.commits.at(-1)?.save?.map(({ kind }) => kind),
        ['role-change'],
      )
      const outcome = await office.desk.staff.confirmRole(at(2), uma)
      assert(!outcome.ok && outcome.refusal.code === 'already-decided')
    })

    it('of two answers at the same instant one counts', async () => {
      await ask(person(mei), 'give', 'approver')
      const outcomes = await Promise.all([
        office.desk.staff.confirmRole(at(1), otto),
        office.desk.staff.rejectRole(at(1), uma),
      ])
      assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
    })

    it('writes nobody else, unless an administrator is taken away: then those who remain', async () => {
      const written = async (...change: Parameters<typeof ask>) => {
        const asked = await ask(...change)
        assert(asked.ok)
        assert((await office.desk.staff.confirmRole(at(1, asked.value.id), otto)).ok)
        const staff = office.commits.at(-1)?.save?.filter(({ kind }) => kind === 'staff') ?? []
        return staff.map(({ id }) => id)
      }
      assert.deepEqual(await written(person(wang), 'take', 'approver'), ['wang'])
      assert.deepEqual(await written(person(wang), 'give', 'administrator'), ['wang'])
      assert.deepEqual(await written(person(wang), 'take', 'administrator'), ['wang', 'ines', 'otto', 'uma'])
    })

    it('two administrators must remain', async () => {
      await ask(person(uma), 'take', 'administrator')
      assert((await office.desk.staff.confirmRole(at(1), otto)).ok)
      assert.deepEqual(await administrators(), ['ines', 'otto'])
      assert.deepEqual(await ask(person(otto), 'take', 'administrator'), refused({ code: 'too-few-administrators' }))
    })

    it('two must remain also when two are taken at the same instant', async () => {
      await ask(person(uma), 'take', 'administrator', ines)
      await ask(person(otto), 'take', 'administrator', uma)
      const outcomes = await Promise.all([
        office.desk.staff.confirmRole(at(1, 'G-1'), otto),
        office.desk.staff.confirmRole(at(1, 'G-2'), ines),
      ])
      assert.deepEqual(
        outcomes.filter(({ ok }) => !ok),
        [refused({ code: 'changed-since' })],
      )
      assert.equal((await administrators()).length, 2)
    })

    it('counts the administrators again when it is confirmed', async () => {
      await ask(person(uma), 'take', 'administrator', ines)
      await ask(person(otto), 'take', 'administrator', uma)
      assert((await office.desk.staff.confirmRole(at(1, 'G-1'), otto)).ok)
      assert.deepEqual(
        await office.desk.staff.confirmRole(at(1, 'G-2'), ines),
        refused({ code: 'too-few-administrators' }),
      )
    })
  })

  describe('the administrators of the configuration', () => {
    it('are seated once, known or not, and keep what else they may do', async () => {
      const wangs = wang.accounts[0]
      assert(wangs)
      for (const { id } of [otto, uma]) await office.store.commit({ remove: [{ kind: 'staff', id, basedOn: 1 }] })
      for (let starts = 0; starts < 2; starts += 1) await office.desk.staff.seat([stranger, wangs])
      assert.deepEqual((await office.desk.staff.whoIs(stranger))?.roles, ['administrator'])
      assert.deepEqual(await rolesOf('wang'), ['approver', 'administrator'])
      assert.equal(office.commits.length, 2)
      assert.deepEqual(await office.audited('wang'), ['administrator.seated by desk'])
    })
    it('do not get back what two people took from them', async () => {
      const wangs = wang.accounts[0]
      assert(wangs)
      await office.desk.staff.seat([stranger])
      await office.desk.staff.seat([wangs])
      assert.deepEqual(await rolesOf('wang'), ['approver'])
    })
    it('hold no other role when they are new', async () => {
      await office.desk.staff.seat([stranger])
      const seated = await office.desk.staff.whoIs(stranger)
      assert(seated)
      const ask = { reason: 'fraud', subscriptions: [], note: 'x', override: null } as const
      assert.deepEqual(
        await office.desk.suspensions.request(contoso, ask, [], seated, here),
        refused({ code: 'not-allowed', reason: 'fraud' }),
      )
    })
  })

  it('keeps the language a person chose, and writes it once', async () => {
    await office.desk.staff.speak(mei, 'zh-TW')
    await office.desk.staff.speak(mei, 'zh-TW')
    await office.desk.staff.speak({ ...mei, id: 'nobody' }, 'zh-TW')
    assert.equal((await office.desk.staff.byId('mei'))?.language, 'zh-TW')
    assert.equal(office.commits.length, 1)
  })
})
