import assert from 'node:assert/strict'
import { storedRecords } from '../../../adapters/shared/stored-records.ts'
import { aDesk } from '../../kit/a-desk.ts'
import { contoso, identity, minute, morning, phones, seats } from '../../kit/builders.ts'

const chosen = { name: 'Microsoft 365', quantity: 25, parent: null, model: '21vianet', commitmentEnd: null, addOns: [] }
const act = { name: 'Microsoft 365', intent: 'intent-1', delay: null, result: { state: 'waiting' } }

/** As the desk before impact, holds, snapshots and lanes wrote it: none of their fields is there. */
const approved = {
  ...{ status: 'approved', id: 'S-1', customer: contoso, identity, reason: 'non-payment', note: null, override: null },
  subscriptions: [
    { ...chosen, id: seats },
    { ...chosen, id: phones },
  ],
  basis: { overdue: [], oldestDaysPastDue: 70, stage: 'suspend', notice: null, ledgerAsOf: '2025-03-30' },
  ...{ askedBy: 'mei', askedAt: morning, expiresAt: minute(600), approvalsNeeded: 1, questions: [] },
  approvals: [{ by: 'wang', at: minute(1) }],
  acts: [
    { ...act, subscription: seats },
    { ...act, subscription: phones, intent: 'intent-2', result: { state: 'sent', at: minute(1) } },
  ],
}
const held = {
  ...{ lane: 'china', customer: contoso, subscription: seats, name: 'Microsoft 365' },
  holds: [{ reason: 'fraud', case: 'S-0', by: 'wang', at: morning }],
}

describe('records of an older desk', () => {
  it('are read as they are', () => {
    assert.deepEqual(storedRecords.suspension.parse(approved), approved)
    assert.deepEqual(storedRecords.held.parse(held), held)
  })

  it('and what was approved then goes on', async () => {
    const office = await aDesk()
    office.world.now = minute(2)
    await office.store.commit({
      save: [
        { kind: 'suspension', id: 'S-1', value: storedRecords.suspension.parse(approved), basedOn: null },
        {
          kind: 'open-suspension',
          id: `${contoso}/non-payment`,
          value: { case: 'S-1', customer: contoso },
          basedOn: null,
        },
      ],
      outbox: [seats, phones].map((subscription, at) => ({
        ...{ id: `old-${at}`, order: { kind: 'suspend-subscription', case: 'S-1', subscription } as const },
        ...{ dueAt: minute(1), attempts: 0 },
      })),
    })
    await office.run(1)
    const request = await office.get('suspension', 'S-1')
    assert.equal(request?.status, 'carried-out')
    assert.deepEqual(
      (await office.operator.subscriptions(contoso)).map(({ status }) => status),
      ['suspended', 'suspended'],
    )
  })
})
