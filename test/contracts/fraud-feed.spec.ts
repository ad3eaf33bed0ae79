import { feedNames } from '../../domain/fraud/signal.ts'
import { feedAt } from '../adapters/partner-center/fraud/a-feed.ts'
import { aSeed, aSimulator, aSubscription, guidOf, harbor, stopSimulators } from '../adapters/simulators/a-seed.ts'
import { fraudFeedContract } from './fraud-feed.contract.ts'

for (const lane of ['global', 'us-government'] as const)
  for (const name of feedNames)
    fraudFeedContract(name, lane, async () => {
      const plan = aSubscription({
        id: guidOf(70),
        soldAs: 'azure-plan',
        azure: [{ id: guidOf(71) }, { id: guidOf(72) }],
      })
      const simulator = await aSimulator({
        lane,
        seed: aSeed([plan]),
        switches: { fraudEventsPerPage: 2, graphAlertsPerPage: 2 },
      })
      const calledSo = (id: string) => {
        const found = simulator.fraud().find(({ eventId, graphId }) => id === eventId || id === graphId)
        if (found === undefined) throw new Error(`there is no ${id}`)
        return found
      }
      const saying = name === 'graph' ? ({ method: 'PATCH' } as const) : ({ method: 'POST', path: '/status' } as const)
      return {
        feed: feedAt(simulator, name),
        customer: harbor,
        subscriptions: [guidOf(71), guidOf(72)],
        raise(wanted) {
          const { eventId, graphId } = simulator.raiseFraud(wanted)
          return name === 'graph' ? graphId : eventId
        },
        endElsewhere: (id, reason) => simulator.resolveFraud({ id, reason }),
        endOf(id) {
          const reason = calledSo(id).standing[name]?.reason ?? null
          return reason === null ? null : { reason }
        },
        loseAnswers: () => simulator.fault({ ...saying, times: 4, when: 'after', then: { kind: 'drop' } }),
        refuseNextVerdict: () => simulator.fault({ ...saying, then: { kind: 'error', status: 400 } }),
        takeAway: () => simulator.set({ graphAlerts: 'missing', fraudEvents: 'missing' }),
        pass: (ms) => simulator.advance(ms),
        close: stopSimulators,
      }
    })
