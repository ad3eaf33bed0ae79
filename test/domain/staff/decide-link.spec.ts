import assert from 'node:assert/strict'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import { confirmLink, denyLink, failedTry, offerLink, typeCode } from '../../../domain/staff/decide-link.ts'
import type { LinkEnd } from '../../../domain/staff/link-offer.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { mei, minute, wang } from '../../kit/builders.ts'
import { anOffer, aTypedLink, elseOnSlack, end, inTeams, onSlack } from './a-link.ts'

const root = 'teams'
const wangInTeams = end({ ...inTeams, user: 'wang' })

describe('showing a code', () => {
  const show = (to: LinkEnd, holder: Staff | null) =>
    offerLink(to, { holder, root, id: 'link-1', code: '7KQ2M9FD', now: minute(0) })

  it('is for somebody known in the root chat', () => {
    assert.deepEqual(show(end(inTeams), mei), granted(anOffer()))
  })
  it('is for nobody’s account outside of it', () => {
    assert.deepEqual(show(end(onSlack), null), granted(anOffer({ shownTo: end(onSlack) })))
  })
  it('is refused to a stranger in the root chat', () => {
    assert.deepEqual(show(end(inTeams), null), refused({ code: 'not-let-in' }))
  })
  it('is refused to an account that is somebody’s', () => {
    assert.deepEqual(show(end(onSlack), mei), refused({ code: 'tied-already' }))
  })
})

describe('typing a code', () => {
  const type = (
    typed: string,
    by: LinkEnd,
    {
      holder = null,
      offers = [anOffer()],
      tries = null,
      now = minute(1),
    }: Partial<Parameters<typeof typeCode>[2]> = {},
  ) => typeCode(typed, by, { holder, offers, tries, root, now })
  const wrong = (left: number) => refused({ code: 'no-such-code', left })

  it('in the other chat leaves the question who it was, and the code behind', () => {
    assert.deepEqual(type('7kq2-m9fd', end(onSlack)), granted(aTypedLink()))
  })
  it('works from the root chat too', () => {
    const offers = [anOffer({ shownTo: end(onSlack) })]
    assert.deepEqual(
      type('7KQ2M9FD', end(inTeams), { holder: mei, offers }),
      granted(aTypedLink({ shownTo: end(onSlack), typedBy: end(inTeams) })),
    )
  })

  for (const [what, outcome, refusal] of [
    ['that is another one', type('7KQ2-M9FE', end(onSlack)), wrong(4)],
    ['that nobody was shown', type('7KQ2-M9FD', end(onSlack), { offers: [] }), wrong(4)],
    ['at the minute it ends', type('7KQ2-M9FD', end(onSlack), { now: minute(10) }), wrong(4)],
    ['that was typed before', type('7KQ2-M9FD', end(onSlack), { offers: [aTypedLink()] }), wrong(4)],
    ['of somebody else in the same chat', type('7KQ2-M9FD', wangInTeams, { holder: wang }), wrong(4)],
    ['where it was shown', type('7KQ2-M9FD', end(inTeams), { holder: mei }), refused({ code: 'same-chat' })],
    ['that cannot be one', type('hello', end(onSlack)), refused({ code: 'not-a-code' })],
    ['by a stranger in the root chat', type('7KQ2-M9FD', end(inTeams)), refused({ code: 'not-let-in' })],
    [
      'by an account that is somebody’s',
      type('7KQ2-M9FD', end(onSlack), { holder: wang }),
      refused({ code: 'tied-already' }),
    ],
  ] as const)
    it(`is refused for one ${what}`, () => assert.deepEqual(outcome, refusal))

  it('has five tries in any hour, and the right code is no better then', () => {
    let tries = null
    for (let at = 0; at < 5; at += 1) {
      assert.deepEqual(type('00000000', end(onSlack), { tries, now: minute(at) }), wrong(4 - at))
      tries = failedTry(onSlack, tries, minute(at))
    }
    const tooMany = refused({ code: 'too-many-tries', until: minute(60) })
    assert.deepEqual(type('7KQ2-M9FD', end(onSlack), { tries, now: minute(5) }), tooMany)
    const offers = [anOffer({ until: minute(99) })]
    assert.deepEqual(type('7KQ2-M9FD', end(onSlack), { tries, offers, now: minute(59) }), tooMany)
    assert(type('7KQ2-M9FD', end(onSlack), { tries, offers, now: minute(60) }).ok)
    assert.deepEqual(type('00000000', end(onSlack), { tries, now: minute(60) }), wrong(0))
    assert.equal(failedTry(onSlack, tries, minute(60)).failed.length, 5)
  })
})

describe('saying that it was oneself', () => {
  const confirm = (
    link: Parameters<typeof confirmLink>[0],
    { by = inTeams, holder = mei, tiedTo = null, now = minute(2) }: Partial<Parameters<typeof confirmLink>[1]> = {},
  ) => confirmLink(link, { by, holder, tiedTo, root, now })

  it('ties the account', () => {
    assert.deepEqual(
      confirm(aTypedLink()),
      granted({
        link: { ...aTypedLink(), status: 'tied', staff: 'mei', replaced: null, until: minute(24 * 60 + 2) },
        staff: { ...mei, accounts: [...mei.accounts, onSlack] },
      }),
    )
  })
  it('ties it from either side', () => {
    const outcome = confirm(aTypedLink({ shownTo: end(onSlack), typedBy: end(inTeams) }))
    assert.deepEqual(outcome.ok && outcome.value.staff.accounts, [...mei.accounts, onSlack])
  })
  it('leaves one account a chat', () => {
    const holder = { ...mei, accounts: [elseOnSlack, ...mei.accounts] }
    const outcome = confirm(aTypedLink(), { holder })
    assert(outcome.ok && outcome.value.link.status === 'tied')
    assert.deepEqual(outcome.value.link.replaced, elseOnSlack)
    assert.deepEqual(outcome.value.staff.accounts, [...mei.accounts, onSlack])
  })

  const tied = { ...aTypedLink(), status: 'tied', staff: 'mei', replaced: null } as const
  const denied = { ...aTypedLink(), status: 'denied' } as const
  for (const [what, link, facts, refusal] of [
    ['when there is none', null, {}, { code: 'gone' }],
    ['before the code was typed', anOffer(), {}, { code: 'gone' }],
    ['when its time is over', aTypedLink(), { now: minute(11) }, { code: 'gone' }],
    ['by somebody else', aTypedLink(), { by: wangInTeams.account, holder: wang }, { code: 'not-yours' }],
    ['by the account that would be tied', aTypedLink(), { by: onSlack, holder: null }, { code: 'not-yours' }],
    ['by somebody who is nobody any more', aTypedLink(), { holder: null }, { code: 'not-yours' }],
    ['once the account is somebody’s', aTypedLink(), { tiedTo: wang }, { code: 'tied-already' }],
    ['twice', tied, {}, { code: 'already-decided', link: tied }],
    ['after a no', denied, {}, { code: 'already-decided', link: denied }],
    ['twice, by somebody else', tied, { by: wangInTeams.account, holder: wang }, { code: 'not-yours' }],
  ] as const) {
    it(`is refused ${what}`, () => assert.deepEqual(confirm(link, facts), refused(refusal)))
    if (!('tiedTo' in facts) && !('holder' in facts && facts.holder === null && !('by' in facts)))
      it(`as is saying that it was not, ${what}`, () =>
        assert.deepEqual(denyLink(link, { by: inTeams, root, now: minute(2), ...facts }), refused(refusal)))
  }

  it('or that it was not, which ties nothing', () => {
    assert.deepEqual(
      denyLink(aTypedLink(), { by: inTeams, root, now: minute(2) }),
      granted({ ...aTypedLink(), status: 'denied', until: minute(24 * 60 + 2) }),
    )
  })
})
