import type { DeskStore } from '../ports/desk-store.ts'
import type { Clock, Instant } from '../shared/time.ts'
import type { FraudAlert } from './fraud-alert.ts'
import { responseFigures, type AnsweredAlert, type ResponseFigures } from './response-figures.ts'

export type ReadFigures = () => Promise<readonly ResponseFigures[]>

/** How alerts were answered lately, from the alerts themselves, their cards and the audit. */
export function figuresReader({ store, now }: { readonly store: DeskStore; readonly now: Clock }): ReadFigures {
  const answered = answeredReader(store)
  return async () => {
    const alerts = (await store.list('fraud-alert')).map(({ value }) => value)
    return responseFigures(await Promise.all(alerts.map(answered)), now())
  }
}

/** How one alert was answered. */
export function answeredReader(store: DeskStore): (alert: FraudAlert) => Promise<AnsweredAlert> {
  return async (alert) => {
    const [cards, audit] = await Promise.all([store.list('card', { case: alert.id }), store.auditOf(alert.id)])
    return {
      alert,
      cardAt: earliest(cards.flatMap(({ value }) => value.postedAt ?? [])),
      claimedAt: audit.find(({ what }) => what === 'fraud-alert.claimed')?.at ?? null,
    }
  }
}

function earliest(all: readonly Instant[]): Instant | null {
  return all.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null)
}
