import { operatorLaneContract } from '../contracts/operator-lane.contract.ts'
import { anOperatorCustomer, aSubscription, phones, seats } from './builders.ts'
import { fakeOperator } from './fake-operator.ts'

describe('the fake operator', () => {
  operatorLaneContract('china', async () => {
    const customer = anOperatorCustomer()
    const others = Array.from({ length: 6 }, (_, at) => anOperatorCustomer({ tenantId: `tenant-${at}` }))
    const operator = fakeOperator('china', [
      [customer, [aSubscription(), aSubscription({ id: phones, parent: seats })]],
      ...others.map((other) => [other, []] as const),
    ])
    return {
      operator,
      customer,
      base: seats,
      addOn: phones,
      model: '21vianet',
      changesOf: (id) => operator.transitions.filter(({ subscription }) => subscription === id).length,
      loseAnswers: () => operator.weather('changes', 'lost'),
      answerLater: () => operator.weather('changes', 'later'),
      letArrive: () => operator.letArrive(),
      close: async () => undefined,
    }
  })
})
