import assert from 'node:assert/strict'
import { refused } from '../../../domain/shared/outcome.ts'
import type { LinkOffer } from '../../../domain/staff/link-offer.ts'
import { accountKey, type ChannelAccount, type Staff } from '../../../domain/staff/staff.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { mei, minute, otto, wang } from '../../kit/builders.ts'
import { elseOnSlack, end, inTeams, onSlack } from './a-link.ts'

const wangs: ChannelAccount = { ...inTeams, user: 'wang' }
const code = '7KQ2M9FD'

describe('the link desk', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const links = () => office.desk.links
  /** A code shown on Slack and typed in Teams; its question. */
  const asked = async (by: ChannelAccount = inTeams, of: ChannelAccount = onSlack): Promise<LinkOffer> => {
    assert((await links().offer(end(of))).ok)
    const outcome = await links().type(code, end(by))
    assert(outcome.ok)
    return outcome.value
  }
  const promised = async () =>
    (await office.due()).flatMap(({ order }) => (order.kind === 'post-link' ? [[order.link, order.place]] : []))
  const hire = (staff: Staff) =>
    office.store.commit({ save: [{ kind: 'staff', id: staff.id, value: staff, basedOn: null }] })

  it('asks in the root chat, and only where nobody is asked already', async () => {
    await asked()
    assert.deepEqual(await promised(), [])
    office = await aDesk()
    assert((await links().offer(end(inTeams))).ok)
    const outcome = await links().type(code, end(onSlack))
    assert(outcome.ok)
    assert.deepEqual(await promised(), [[outcome.value.id, accountKey(inTeams)]])
  })

  it('tells the other end how it ended', async () => {
    const { id } = await asked()
    assert((await links().confirm(id, inTeams)).ok)
    assert.deepEqual(await promised(), [[id, accountKey(onSlack)]])
  })

  it('keeps no code in what is kept for ever', async () => {
    const { id } = await asked()
    await links().type('00000000', end(elseOnSlack))
    await links().offer(end(elseOnSlack))
    await links().expose(code)
    await links().confirm(id, inTeams)
    for (const { audit = [] } of office.commits) {
      assert(audit.length > 0)
      assert(!JSON.stringify(audit).includes(code))
    }
  })

  it('makes one of two who confirm at the same moment the person', async () => {
    for (let times = 0; times < 5; times += 1) {
      office = await aDesk()
      assert((await links().offer(end(inTeams))).ok)
      const first = await links().type(code, end(onSlack))
      assert((await links().offer(end(wangs))).ok)
      const second = await links().type(code, end(onSlack))
      assert(first.ok && second.ok)
      const outcomes = await Promise.all([
        links().confirm(first.value.id, inTeams),
        links().confirm(second.value.id, wangs),
      ])
      assert.deepEqual(
        outcomes.filter(({ ok }) => !ok),
        [refused({ code: 'tied-already' })],
      )
      const holders = (await office.desk.staff.all()).filter(({ accounts }) => accounts.some(isOnSlack))
      assert.equal(holders.length, 1)
    }
  })

  it('takes a code once, however many type it at the same moment', async () => {
    assert((await links().offer(end(inTeams))).ok)
    const outcomes = await Promise.all([onSlack, elseOnSlack].map((each) => links().type(code, end(each))))
    assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
  })

  it('counts tries at the same moment one by one', async () => {
    const tried = await Promise.all(Array.from({ length: 7 }, () => links().type('00000000', end(onSlack))))
    const left = tried.flatMap((each) => (!each.ok && each.refusal.code === 'no-such-code' ? [each.refusal.left] : []))
    assert.deepEqual(left.toSorted(), [0, 1, 2, 3, 4])
  })

  it('keeps what else happened to the person meanwhile', async () => {
    const { id } = await asked()
    await Promise.all([links().confirm(id, inTeams), office.desk.staff.speak(mei, 'zh-Hant')])
    const person = await office.get('staff', 'mei')
    assert.deepEqual(person?.accounts, [inTeams, onSlack])
    assert.equal(person?.language, 'zh-Hant')
  })

  it('voids a code that was typed where others read it, and no other', async () => {
    assert((await links().offer(end(inTeams))).ok)
    await links().expose('00000000')
    await links().expose('no code at all')
    assert.equal((await office.store.list('link-offer')).length, 1)
    await links().expose('7kq2-m9fd')
    assert.deepEqual(await office.store.list('link-offer'), [])
    assert.deepEqual(await office.audited(accountKey(inTeams)), ['link.offered by mei', 'link.exposed by desk'])
  })

  it('forgets codes, tries and links when their time is over, and no earlier', async () => {
    await asked()
    await links().type('00000000', end(elseOnSlack))
    office.world.now = minute(9)
    await links().tidy()
    assert.equal((await office.store.list('link-offer')).length, 1)
    office.world.now = minute(10)
    await links().tidy()
    assert.deepEqual(await office.store.list('link-offer'), [])
    assert.equal((await office.store.list('link-tries')).length, 1)
    office.world.now = minute(60)
    await links().tidy()
    assert.deepEqual(await office.store.list('link-tries'), [])
  })

  it('has promised to forget everything it keeps', async () => {
    const { id } = await asked()
    await links().type('00000000', end(elseOnSlack))
    await links().confirm(id, inTeams)
    office.world.now = minute(3 * 24 * 60)
    const due = await office.due()
    const latest = due.filter(({ order }) => order.kind === 'tidy-links').map(({ dueAt }) => dueAt)
    const kept = [...(await office.store.list('link-offer')), ...(await office.store.list('link-tries'))]
    assert.equal(kept.length, 3)
    for (const { value } of kept) assert(latest.some((at) => at >= value.until))
  })

  describe('where Slack alone was before', () => {
    const kim: Staff = { id: 'kim', name: 'Kim', accounts: [onSlack], roles: ['administrator'], language: null }
    beforeEach(() => hire(kim))

    it('whoever is known on Slack only is nobody any more, and counts for nothing', async () => {
      assert.equal(await office.desk.staff.whoIs(onSlack), null)
      assert(!(await office.desk.staff.all()).some(({ id }) => id === 'kim'))
      assert((await office.desk.staff.everybodyEver()).some(({ id }) => id === 'kim'))
    })

    it('their account goes to the person who links it, and what they were stays behind', async () => {
      const { id } = await asked()
      assert((await links().confirm(id, inTeams)).ok)
      assert.equal((await office.desk.staff.whoIs(onSlack))?.id, 'mei')
      assert.deepEqual((await office.get('staff', 'kim'))?.accounts, [])
      assert.deepEqual((await office.get('staff', 'mei'))?.roles, mei.roles)
    })
  })

  it('lets nobody in by role whose account is on Slack, whoever agrees', async () => {
    assert.equal(await office.desk.staff.askAccess(onSlack, 'Kim'), 'needs-link')
    const subject = { kind: 'newcomer', account: onSlack, name: 'Kim' } as const
    assert.deepEqual(
      await office.desk.staff.askRole({ subject, change: 'give', role: 'approver' }, otto, 'teams:partner/otto'),
      refused({ code: 'needs-link' }),
    )
    assert.equal(office.commits.length, 0)
    assert.equal((await office.desk.staff.whoIs(wangs))?.id, wang.id)
  })
})

function isOnSlack({ channel }: ChannelAccount): boolean {
  return channel === 'slack'
}
