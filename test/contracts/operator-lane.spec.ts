import { lanes } from '../../domain/customers/lane.ts'
import { laneAt } from '../adapters/partner-center/a-lane.ts'
import {
  addOn,
  aSeed,
  aSimulator,
  aSubscription,
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
    const seed = aSeed([base, { ...base, id: addOn, parent: seats }], 6)
    const simulator = await aSimulator({ lane, seed, switches: { customersPerPage: 3 } })
    return {
      operator: laneAt(simulator),
      customer: { lane, tenantId: harbor, name: 'Harbor Lane Foods', domain: 'harborlane.onmicrosoft.example' },
      base: seats,
      addOn,
      model: soldAs,
      changesOf: (id) => simulator.transitions().filter(({ subscription }) => subscription === id).length,
      loseAnswers: () => simulator.fault({ method: 'PATCH', times: 4, when: 'after', then: { kind: 'drop' } }),
      answerLater: () => simulator.set({ changes: 'later' }),
      letArrive: () => simulator.advance(120_000),
      close: stopSimulators,
    }
  })
