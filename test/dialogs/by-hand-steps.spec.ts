import assert from 'node:assert/strict'
import { handSteps, type HandWork } from '../../dialogs/phrases/by-hand-steps.ts'
import { contoso, minute, seats } from '../kit/builders.ts'
import { inEnglish } from '../kit/in-english.ts'

describe('the steps of an act by hand', () => {
  const steps = (changes: Partial<HandWork>) =>
    handSteps(
      {
        case: 'S-1',
        lane: 'global',
        wanted: 'suspended',
        customer: { name: 'Contoso', tenantId: contoso },
        model: 'new-commerce',
        unseen: false,
        act: { subscription: seats, name: 'Microsoft 365 E3', result: { state: 'waiting' } },
        ...changes,
      },
      inEnglish,
    ).split('\n')
  const customer = `2. Under Customers choose Contoso. Its tenant id (the portal says Microsoft ID) must be ${contoso}.`
  const subscription = `3. Choose the subscription Microsoft 365 E3. Its id must be ${seats}.`

  it('suspend in Partner Center', () => {
    assert.deepEqual(steps({}), [
      '[S-1] Suspend Microsoft 365 E3 of Contoso',
      '1. Open https://partner.microsoft.com/dashboard and sign in with our partner account for Partner Center.',
      customer,
      subscription,
      '4. Under Status choose Suspended, then Submit.',
      '5. Look at it once more: it must read Suspended. Then press “I did it by hand” on the card of S-1.',
    ])
  })

  it('take the account of the lane: US Government has its own in the same portal, 21Vianet a portal of its own', () => {
    assert.deepEqual(
      (['us-government', 'china'] as const).map((lane) => steps({ lane })[1]),
      [
        '1. Open https://partner.microsoft.com/dashboard and sign in with our partner account for Partner Center for US Government.',
        '1. Open https://partner.partnercenter.microsoftonline.cn/pcv/dashboard/overview and sign in with our partner account for 21Vianet.',
      ],
    )
  })

  it('bring new commerce back with its renewal, legacy without, and Azure with what is under the plan', () => {
    const back = (model: HandWork['model'], lane: HandWork['lane'] = 'global') =>
      steps({ wanted: 'active', model, lane }).slice(6, -1)
    const renewal =
      'If it was sold as new commerce, the suspension switched auto-renew off: switch it on again if it should renew.'
    const azure =
      'If it is an Azure plan, reactivate each Azure subscription under it that was stopped; where Partner Center refuses, the Azure portal may still allow it.'
    assert.deepEqual(back('new-commerce'), [`6. ${renewal}`])
    assert.deepEqual(back('legacy'), [])
    assert.deepEqual(back('azure-plan'), [`6. ${azure}`])
    assert.deepEqual(back(null), [`6. ${azure}`, `7. ${renewal}`])
    assert.deepEqual(back(null, 'china'), [])
  })

  it('stop what runs under an Azure plan first', () => {
    assert.match(steps({ model: 'azure-plan' })[4] ?? '', /^4\. It is an Azure plan: first stop every Azure/)
  })

  it('take a single Azure subscription by itself, and send whoever is refused to the Azure portal', () => {
    const act = { subscription: 'az-1', name: 'harbor-lane-prod', plan: seats, result: { state: 'waiting' } } as const
    assert.deepEqual(steps({ model: 'azure-plan', act }).slice(3), [
      '3. Choose the subscription harbor-lane-prod. Its id must be az-1.',
      `4. It is a single Azure subscription under the Azure plan ${seats}: stop only this one there, which can be undone. Where the portal keeps this is unknown to the desk.`,
      '5. Look at it once more: the portal may show the change only after about ten minutes. Then press “I did it by hand” on the card of S-1.',
    ])
    assert.deepEqual(steps({ wanted: 'active', model: null, act }).slice(4, -1), [
      `4. It is a single Azure subscription under the Azure plan ${seats}, which has to be active: bring back only this one there. If that is refused, the Azure portal may still be able to.`,
    ])
  })

  it('look first where a call of the desk had left', () => {
    const act = { subscription: seats, name: 'Microsoft 365 E3', result: { state: 'sent', at: minute(1) } } as const
    assert.match(steps({ act })[4] ?? '', /^4\. Look at its status first: a call of the desk’s own left Mar 31/)
  })

  it('go by the id where the name is the ledger’s, and by the name where nobody knows an id', () => {
    const named = { subscription: 'by-name:phones', name: 'Phones', result: { state: 'waiting' } } as const
    assert.equal(
      steps({ unseen: true })[3],
      `3. Choose the subscription whose id is ${seats}. The ledger calls it Microsoft 365 E3; the portal may call it something else.`,
    )
    assert.match(
      steps({ unseen: true, act: named })[3] ?? '',
      /^3\. Choose the subscription that is called Phones there;/,
    )
  })
})
