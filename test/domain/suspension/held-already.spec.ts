import assert from 'node:assert/strict'
import type { HoldReason } from '../../../domain/holds/hold.ts'
import type { OperatorSubscription } from '../../../domain/ports/operator-lane.ts'
import { maySuspend } from '../../../domain/suspension/suspendable.ts'
import type { SuspensionReason } from '../../../domain/suspension/suspension-request.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aHeldSubscription, aSubscription, contoso, lin, mei, morning, seats, wang } from '../../kit/builders.ts'

const here = 'teams:partner/mei'

describe('what may be suspended', () => {
  const held = (...reasons: readonly HoldReason[]) =>
    aHeldSubscription({ holds: reasons.map((reason) => ({ reason, case: 'S-1', by: 'wang', at: morning })) })
  for (const [what, status, reasons, reason, may] of [
    ['what is in service, for anything', 'active', [], 'non-payment', true],
    ['what we hold for money, for fraud', 'suspended', ['non-payment'], 'fraud', true],
    ['what we hold for fraud, for misuse', 'suspended', ['fraud'], 'misuse', true],
    ['what we hold for fraud, not for fraud again', 'suspended', ['non-payment', 'fraud'], 'fraud', false],
    ['what we hold for fraud, not for money', 'suspended', ['fraud'], 'non-payment', false],
    ['what somebody else took out, not at all', 'suspended', [], 'fraud', false],
    ['what is gone, not at all', 'deleted', ['non-payment'], 'fraud', false],
  ] as const satisfies readonly (readonly [
    string,
    OperatorSubscription['status'],
    readonly HoldReason[],
    SuspensionReason,
    boolean,
  ])[])
    it(`is ${what}`, () => {
      const subscription = aSubscription({ status })
      assert.equal(maySuspend(subscription, reason, 'china', reasons.length === 0 ? [] : [held(...reasons)]), may)
    })

  it('is nothing that is held in another lane', () => {
    const subscription = aSubscription({ status: 'suspended' })
    assert.equal(maySuspend(subscription, 'fraud', 'global', [held('non-payment')]), false)
  })
})

describe('a suspension for fraud of what is held for non-payment', () => {
  let office: ADesk
  const suspended = aSubscription({ status: 'suspended' })
  beforeEach(async () => {
    office = await aDesk()
    const ask = { reason: 'non-payment', subscriptions: [seats], note: null, override: null } as const
    assert((await office.desk.suspensions.request(contoso, ask, [aSubscription()], mei, here)).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-1', version: 1 }, wang)).ok)
    await office.carryOutDue()
  })

  it('stands on the card as held already, ends as suspended already, and adds its own hold', async () => {
    const ask = { reason: 'fraud', subscriptions: [seats], note: 'stolen card', override: null } as const
    const outcome = await office.desk.suspensions.request(contoso, ask, [suspended], mei, here)
    assert(outcome.ok, JSON.stringify(outcome))
    assert.deepEqual(outcome.value.subscriptions[0]?.heldFor, ['non-payment'])
    assert((await office.desk.suspensions.approve({ case: 'S-2', version: 1 }, lin)).ok)
    await office.carryOutDue()
    const ended = await office.get('suspension', 'S-2')
    assert(ended?.status === 'carried-out')
    assert.equal(ended.acts[0]?.result.state, 'already')
    const held = await office.desk.resumptions.heldOf(contoso)
    assert.deepEqual(
      held.map(({ holds }) => holds.map(({ reason, case: of }) => `${reason} ${of}`)),
      [['non-payment S-1', 'fraud S-2']],
    )
  })

  it('outlasts a payment: service does not return with the first hold', async () => {
    const ask = { reason: 'fraud', subscriptions: [seats], note: 'stolen card', override: null } as const
    assert((await office.desk.suspensions.request(contoso, ask, [suspended], mei, here)).ok)
    assert((await office.desk.suspensions.approve({ case: 'S-2', version: 1 }, lin)).ok)
    await office.carryOutDue()
    assert((await office.desk.resumptions.ask(contoso, 'non-payment', mei, here)).ok)
    await office.carryOutDue()
    assert.equal((await office.operator.subscription(contoso, seats)).status, 'suspended')
  })
})
