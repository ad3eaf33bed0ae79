import assert from 'node:assert/strict'
import { lanes } from '../../domain/customers/lane.ts'
import { laneAt } from '../adapters/partner-center/a-lane.ts'
import {
  addOn,
  aSeed,
  aSimulator,
  aSubscription,
  guidOf,
  harbor,
  seats,
  soldIn,
  stopSimulators,
} from '../adapters/simulators/a-seed.ts'
import { operatorLaneContract } from './operator-lane.contract.ts'

for (const lane of lanes)
  operatorLaneContract(lane, async () => {
    const soldAs = soldIn[lane]
    const base = aSubscription({ soldAs })
    const { customers } = aSeed([base, { ...base, id: addOn, parent: seats }], 6)
    const [harborLane, neighbour, ...others] = customers
    assert.ok(harborLane && neighbour)
    const plan = aSubscription({ id: guidOf(70), soldAs: 'azure-plan', azure: [{ id: guidOf(71) }] })
    const azureSold = lane !== 'china'
    const withAzure = { ...neighbour, subscriptions: azureSold ? [plan] : [] }
    const seed = { customers: [harborLane, withAzure, ...others] }
    const switches = { customersPerPage: 3, azureReactivation: 'works' } as const
    const simulator = await aSimulator({ lane, seed, switches })
    return {
      operator: laneAt(simulator),
      customer: { lane, tenantId: harbor, name: 'Harbor Lane Foods', domain: 'harborlane.onmicrosoft.example' },
      base: seats,
      addOn,
      model: soldAs,
      azure: azureSold ? { customer: neighbour.id, plan: plan.id, id: guidOf(71) } : null,
      changesOf: (id) => simulator.transitions().filter(({ subscription }) => subscription === id).length,
      loseAnswers: () => {
        for (const method of ['PATCH', 'POST'])
          simulator.fault({ method, path: '/v1/', times: 4, when: 'after', then: { kind: 'drop' } })
      },
      answerLater: () => simulator.set({ changes: 'later' }),
      letArrive: () => simulator.advance(600_000),
      close: stopSimulators,
    }
  })
