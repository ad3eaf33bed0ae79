import { operatorLaneContract } from '../contracts/operator-lane.contract.ts'
import { anOperatorCustomer, aSubscription, phones, seats } from './builders.ts'
import { fakeOperator } from './fake-operator.ts'

const plan = 'a0a00000-0000-4000-8000-000000000001'
const azure = 'a0a00000-0000-4000-8000-000000000002'

describe('the fake operator', () => {
  for (const lane of ['china', 'global'] as const)
    operatorLaneContract(lane, async () => {
      const customer = anOperatorCustomer({ lane })
      const others = Array.from({ length: 6 }, (_, at) => anOperatorCustomer({ lane, tenantId: `tenant-${at}` }))
      const model = lane === 'china' ? '21vianet' : 'new-commerce'
      const plans = lane === 'china' ? [] : [aSubscription({ id: plan, model: 'azure-plan' })]
      const operator = fakeOperator(lane, [
        [customer, [aSubscription({ model }), aSubscription({ id: phones, model, parent: seats })]],
        ...others.map((other, at) => [other, at === 0 ? plans : []] as const),
      ])
      if (lane !== 'china') operator.putAzure({ id: azure, name: 'Web shop', plan, status: 'active' })
      return {
        operator,
        customer,
        base: seats,
        addOn: phones,
        model,
        azure: lane === 'china' ? null : { customer: 'tenant-0', plan, id: azure },
        changesOf: (id) => operator.transitions.filter(({ subscription }) => subscription === id).length,
        loseAnswers: () => operator.weather('changes', 'lost'),
        answerLater: () => operator.weather('changes', 'later'),
        letArrive: () => operator.letArrive(),
        close: async () => undefined,
      }
    })
})
