import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { AnsweredAlert } from '../../domain/fraud/response-figures.ts'
import { chargedDays, type Charges, type Dossier, type Estimate } from '../../domain/fraud/dossier/dossier.ts'
import { refundDays, type RefundChance } from '../../domain/fraud/dossier/refund-chance.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { actLines } from '../phrases/act-lines.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'
import { alertLine } from './alert-card.ts'
import { deedWords } from './deed-words.ts'
import type { Block, Document } from './dossier-document.ts'

/** The dossier as a document: first whether it can still be handed in, then everything that speaks for it. */
export function dossierDocument(dossier: Dossier, talk: CardTalk): Document {
  const { words } = talk
  const { customer, writtenAt } = dossier
  const section = (key: SectionKey, blocks: readonly Block[]) => ({
    title: words.say(`dossier.section.${key}`),
    blocks,
  })
  return {
    title: words.say('dossier.title', { name: customer.name, at: both(writtenAt, words) }),
    language: words.tag,
    sections: [
      section('chance', [
        { kind: 'text', text: chanceLine(dossier.chance, talk), weight: 'strong' },
        { kind: 'text', text: words.say('dossier.terms', { days: refundDays }), weight: 'quiet' },
      ]),
      section('customer', [{ kind: 'facts', facts: identity(dossier, words) }]),
      section(
        'alerts',
        orNone(
          dossier.alerts.flatMap((each) => alertBlocks(each, talk)),
          words,
        ),
      ),
      section('hour', hour(dossier, words)),
      section('acts', orNone(acts(dossier, talk), words)),
      section('charges', [...chargeBlocks(dossier, words), ...estimateBlocks(dossier.estimate, words)]),
      section('tickets', orNone(tickets(dossier, talk), words)),
      section('timeline', timeline(dossier.timeline, talk)),
    ],
  }
}

type SectionKey = 'chance' | 'customer' | 'alerts' | 'hour' | 'acts' | 'charges' | 'tickets' | 'timeline'

/** Whether the one refund can still be asked for, in one line. */
export function chanceLine(chance: RefundChance, { words, nameOf }: Pick<CardTalk, 'words' | 'nameOf'>): string {
  switch (chance.code) {
    case 'not-offered':
    case 'no-fraud-seen':
      return words.say(`dossier.chance.${chance.code}`)
    case 'used':
      return words.say('dossier.chance.used', {
        name: nameOf(chance.handedIn.by),
        at: words.moment(chance.handedIn.at),
      })
    case 'open':
      return words.say(chance.found ? 'dossier.chance.open' : 'dossier.chance.open-unfound', {
        since: both(chance.since, words),
        until: both(chance.until, words),
      })
    case 'too-late': {
      const late = words.say('dossier.chance.too-late', {
        since: both(chance.since, words),
        until: both(chance.until, words),
      })
      if (chance.newest === null) return late
      return words.sentences([late, words.say('dossier.chance.newest', { at: both(chance.newest, words) })])
    }
    default:
      return never(chance)
  }
}

function identity({ customer }: Dossier, words: Words): readonly (readonly [string, string])[] {
  const { operator, accounts, lane } = customer
  const unknown = words.say('dossier.unknown')
  return [
    [words.say('dossier.operator'), lane === null ? unknown : words.say(`lane.${lane}`)],
    [words.say('dossier.name-there'), operator?.name ?? unknown],
    [words.say('dossier.domain'), operator === null || operator.domain === '' ? unknown : operator.domain],
    [words.say('fact.tenant'), operator?.tenantId ?? unknown],
    [
      words.say('fact.ledger'),
      accounts.length === 0
        ? words.say('fact.not-in-ledger')
        : words.list(accounts.map(({ name, number }) => `${name} (${number})`)),
    ],
  ]
}

function alertBlocks({ alert }: AnsweredAlert, talk: CardTalk): readonly Block[] {
  const { words } = talk
  const { subscription, spend, resources } = alert
  const said = (label: Parameters<Words['say']>[0], value: string | null) =>
    value === null ? [] : [[words.say(label), value] as const]
  return [
    {
      kind: 'text',
      text: `${alert.id} · ${alert.type} · ${words.say(`alert.severity.${alert.severity}`)}`,
      weight: 'strong',
    },
    { kind: 'text', text: alertLine(alert, talk) },
    {
      kind: 'facts',
      facts: [
        ...said('dossier.alert.title', alert.title),
        ...said('dossier.alert.description', alert.description),
        ...said(
          'dossier.alert.subscription',
          subscription &&
            (subscription.name === subscription.id ? subscription.id : `${subscription.name} (${subscription.id})`),
        ),
        ...said('dossier.alert.first', both(alert.firstSeenAt, words)),
        ...said('dossier.alert.last', both(alert.lastSeenAt, words)),
        ...said('alert.seen', words.say('alert.times', { count: alert.hits })),
        ...said('dossier.alert.country', alert.country),
        ...said(
          'dossier.alert.spend',
          spend === null
            ? words.say('dossier.unknown')
            : words.say('dossier.alert.spent', {
                amounts: words.list(spend.amounts.map((each) => words.money(each))),
                at: both(spend.readAt, words),
              }),
        ),
      ],
    },
    { kind: 'list', items: alert.items.map(({ source, id, status }) => `${source}: ${id} (${status})`) },
    ...(resources.length === 0
      ? []
      : [{ kind: 'list', items: resources.map(({ id, kind }) => `${kind}: ${id}`) } as const]),
  ]
}

/** What was done within the hour that the operator asks for. */
function hour({ alerts }: Dossier, words: Words): readonly Block[] {
  const none = words.say('dossier.not-yet')
  const at = (moment: Instant | null) => (moment === null ? none : both(moment, words))
  const rows = alerts.map(({ alert, cardAt, claimedAt }) => {
    const acted = alert.answers.map((each) => each.at).sort()[0] ?? null
    const decided = alert.status === 'decided' ? alert.endedAt : null
    const answer = [acted, decided].flatMap((each) => each ?? []).sort()[0] ?? null
    const inTime = answer !== null && answer <= alert.answerBy
    return [
      alert.id,
      at(alert.openedAt),
      at(cardAt),
      at(claimedAt),
      at(acted),
      at(decided),
      words.say(inTime ? 'dossier.yes' : 'dossier.no'),
    ]
  })
  return orNone(
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: (['case', 'in', 'card', 'claim', 'act', 'verdict', 'within'] as const).map((each) =>
              words.say(`dossier.hour.${each}`),
            ),
            rows,
          },
        ],
    words,
  )
}

function acts(dossier: Dossier, talk: CardTalk): readonly Block[] {
  const { lane } = dossier.customer
  if (lane === null) return []
  return dossier.acts.flatMap((each): readonly Block[] => [
    { kind: 'text', text: talk.words.say(`dossier.act.${each.wanted}`, { case: each.case }), weight: 'strong' },
    {
      kind: 'list',
      items: actLines(each.acts, each.wanted, lane, talk).map((part, at) => {
        const act = each.acts[at]
        const text = part.kind === 'text' ? part.text : ''
        if (!act || act.result.state === 'waiting') return text
        const request = talk.words.say('dossier.act.request', {
          id: act.subscription,
          intent: act.intent,
          at: both(act.result.at, talk.words),
        })
        return talk.words.sentences([text, request])
      }),
    },
  ])
}

function chargeBlocks({ charges, days }: Dossier, words: Words): readonly Block[] {
  if (days === null) return [{ kind: 'text', text: words.say('dossier.none') }]
  const range = { from: words.day(days.from), to: words.day(days.to), count: chargedDays }
  const head: Block = { kind: 'text', text: words.say('dossier.charges.days', range) }
  return [head, ...(charges.known ? known(charges, words) : [whyUnknown('charges', charges, words)])]
}

function known({ lines, sums, told }: Extract<Charges, { known: true }>, words: Words): readonly Block[] {
  const about: Block = {
    kind: 'text',
    text:
      told === null
        ? words.say('dossier.charges.no-bills')
        : words.say('dossier.charges.told', { from: words.day(told.from), to: words.day(told.to) }),
    weight: 'quiet',
  }
  if (lines.length === 0) return [{ kind: 'text', text: words.say('dossier.charges.none') }, about]
  return [
    {
      kind: 'table',
      columns: (['subscription', 'from', 'to', 'amount'] as const).map((each) => words.say(`dossier.charges.${each}`)),
      rows: lines.map(({ subscription, from, to, amount }) => [
        subscription,
        words.day(from),
        words.day(to),
        words.money(amount),
      ]),
    },
    {
      kind: 'text',
      text: words.say('dossier.charges.sum', { amounts: words.list(sums.map((each) => words.money(each))) }),
      weight: 'strong',
    },
    about,
  ]
}

function estimateBlocks(estimate: Estimate, words: Words): readonly Block[] {
  if (!estimate.known) return [whyUnknown('estimate', estimate, words)]
  const { used, amount } = estimate.budget
  return [
    {
      kind: 'text',
      text: words.say('dossier.estimate', {
        used: used === null ? words.say('dossier.unknown') : words.money(used),
        budget: amount === null ? words.say('dossier.no-budget') : words.money(amount),
      }),
    },
  ]
}

function whyUnknown(of: 'charges' | 'estimate', { why }: Extract<Charges, { known: false }>, words: Words): Block {
  return { kind: 'text', text: words.say(`dossier.${of}.${why}`) }
}

function tickets(dossier: Dossier, talk: CardTalk): readonly Block[] {
  const { words, nameOf } = talk
  const items = dossier.tickets.map((each) => {
    const opened = words.say('dossier.ticket', {
      case: each.id,
      name: nameOf(each.openedBy),
      at: both(each.openedAt, words),
    })
    if (each.status !== 'filed') return words.sentences([opened, words.say('dossier.ticket.not-filed')])
    const filed = words.say('dossier.ticket.filed', {
      number: each.operatorNumber ?? '?',
      at: both(each.filedAt, words),
    })
    return words.sentences([opened, filed])
  })
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

function timeline(entries: readonly AuditEntry[], talk: CardTalk): readonly Block[] {
  const { words, nameOf } = talk
  if (entries.length === 0) return orNone([], words)
  const who = (by: string) => (by === 'desk' ? words.say('dossier.desk') : nameOf(by))
  return [
    { kind: 'text', text: words.say('dossier.timeline.about'), weight: 'quiet' },
    {
      kind: 'table',
      columns: (['seq', 'utc', 'zone', 'who', 'what', 'about'] as const).map((each) =>
        words.say(each === 'about' ? 'dossier.timeline.about-column' : `dossier.timeline.${each}`),
      ),
      rows: entries.map(({ seq, at, by, what, about }) => [
        String(seq),
        at,
        words.moment(at),
        who(by),
        deedWords(what, who(by), words),
        about,
      ]),
    },
  ]
}

function orNone(blocks: readonly Block[], words: Words): readonly Block[] {
  return blocks.length === 0 ? [{ kind: 'text', text: words.say('dossier.none') }] : blocks
}

/** A moment in the partner's zone and in UTC: the operator's people sit elsewhere. */
function both(at: Instant, words: Words): string {
  return words.say('dossier.moment', { local: words.moment(at), utc: at.replace(/:\d\d(?:\.\d+)?Z$/, 'Z') })
}
