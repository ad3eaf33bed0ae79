import { takesCases } from '../cases/placed-card.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { FraudEscalation } from '../policy/fraud-escalation.ts'
import { StaleWrite } from '../ports/desk-store.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import { later, type Instant } from '../shared/time.ts'
import type { PullDesk, PullState } from '../receivables/pull-desk.ts'
import type { FeedDesk, FeedState } from './feed-desk.ts'
import { silenceId, type Silence, type Silent } from './silence.ts'

/** Hears when nothing is heard: an alert that never comes alarms nobody, and neither do books that are not read. */
export interface SilenceDesk {
  /** What does not work for longer than the policy allows, told already. */
  told(): Promise<readonly Silence[]>
  /**
   * Looks at feeds, at channels for fraud alerts and at books that are read; tells of each outage once, and of its end.
   * Safe to run at any time.
   */
  tend(): Promise<void>
}

interface SilenceParts extends DeciderParts {
  readonly feeds: Pick<FeedDesk, 'states'>
  readonly routes: Pick<RouteDesk, 'list'>
  readonly pulls: Pick<PullDesk, 'states'>
  readonly policy: { readonly fraudEscalation: FraudEscalation }
}

/** Null `since`: from now on. `works` null: nobody knows yet, and what was told stands. */
interface Looked {
  readonly of: Silent
  readonly works: boolean | null
  readonly since: Instant | null
}

/** Books are read a few times a day, and what they say is worth a suspension for days: nobody is called sooner. */
const ledgerSilenceMs = 24 * 3_600_000

export function createSilenceDesk({ store, now, newId, feeds, routes, pulls, policy }: SilenceParts): SilenceDesk {
  const silenceMs = ({ kind }: Silent) =>
    kind === 'ledger' ? ledgerSilenceMs : policy.fraudEscalation.silenceMinutes * 60_000

  return {
    told: async () => (await store.list('silence')).map(({ value }) => value).filter(({ toldAt }) => toldAt !== null),

    async tend() {
      const looked = [
        ...(await feeds.states()).map((state) => feedLooked(state)),
        ...(await channelsLooked()),
        ...pulls.states().map((state) => ledgerLooked(state)),
      ]
      for (const each of looked) await tendOne(each).catch(unlessStale)
      // What is configured no more works no more, and nobody needs to hear of it.
      const ids = new Set(looked.map(({ of }) => silenceId(of)))
      for (const { id, version } of (await store.list('silence')).filter((kept) => !ids.has(kept.id)))
        await store.commit({ remove: [{ kind: 'silence', id, basedOn: version }] }).catch(unlessStale)
    },
  }

  function feedLooked({ lane, feed, okAt, triedAt, trouble }: FeedState): Looked {
    const of = { kind: 'feed', lane, feed } as const
    if (triedAt === null) return { of, works: null, since: null }
    // An operator that has no such feed there says so each time.
    if (trouble?.facts.kind === 'not-found') return { of, works: true, since: null }
    const hangs = okAt !== null && later(okAt, silenceMs(of)) <= now()
    return { of, works: trouble === null && okAt !== null && !hangs, since: okAt }
  }

  /** Where somebody was asked, or has said no, the books were read; how old the ledger is says itself. */
  function ledgerLooked({ source, title, okAt, last }: PullState): Looked {
    const of = { kind: 'ledger', source, name: title } as const
    const isKnown = last !== null && last.kind !== 'waits' && last.kind !== 'put-off'
    const works = isKnown ? last.kind !== 'failed' && last.kind !== 'not-taken' : null
    return { of, works, since: okAt }
  }

  async function channelsLooked(): Promise<readonly Looked[]> {
    const chosen = (await routes.list()).filter(({ topic }) => topic === 'fraud')
    const places = new Map(chosen.map(({ place, placeName }) => [place, placeName]))
    const open = await store.list('fraud-alert', { open: true })
    const deliveries = (await Promise.all(open.map(({ id }) => store.list('delivery', { case: id })))).flatMap((kept) =>
      kept.map(({ value }) => value),
    )
    return Promise.all(
      [...places].map(async ([place, name]): Promise<Looked> => {
        const address = await store.get('address', place)
        const waiting = deliveries.flatMap((each) =>
          each.place === place && each.state === 'delayed' ? [each.since] : [],
        )
        const taken = address !== null && takesCases(address.value)
        return {
          of: { kind: 'channel', place, name },
          works: taken && waiting.length === 0,
          since: [...waiting].sort()[0] ?? null,
        }
      }),
    )
  }

  async function tendOne({ of, works, since }: Looked): Promise<void> {
    const id = silenceId(of)
    const found = await store.get('silence', id)
    const at = now()
    if (works === null || (works && !found)) return
    if (works && found) {
      const { toldAt, since: from } = found.value
      await store.commit({
        remove: [{ kind: 'silence', id, basedOn: found.version }],
        ...(toldAt === null ? {} : telling('over', { what: 'heard-again', of, since: from }, id, at)),
      })
      return
    }
    const value: Silence = found?.value ?? { of, since: since ?? at, toldAt: null }
    const isDue = value.toldAt === null && later(value.since, silenceMs(of)) <= at
    if (found && !isDue) return
    await store.commit({
      save: [{ kind: 'silence', id, value: isDue ? { ...value, toldAt: at } : value, basedOn: found?.version ?? null }],
      ...(isDue ? telling('told', { what: 'silent', of, since: value.since }, id, at) : {}),
    })
  }

  function telling(
    what: 'told' | 'over',
    alarm: { readonly what: 'silent' | 'heard-again'; readonly of: Silent; readonly since: Instant },
    about: string,
    at: Instant,
  ) {
    const subject = alarm.of.kind === 'ledger' ? 'ledger-silence' : 'fraud-silence'
    return {
      audit: [{ at, by: 'desk', what: `${subject}.${what}`, about, details: { since: alarm.since } }],
      outbox: [order(newId, { kind: 'raise-alarm', alarm }, at)],
    } as const
  }
}

function unlessStale(fault: unknown): void {
  if (!(fault instanceof StaleWrite)) throw fault
}
