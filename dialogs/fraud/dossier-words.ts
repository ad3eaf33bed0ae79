import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { Dossier } from '../../domain/fraud/dossier/dossier.ts'
import { refundDays, type RefundChance } from '../../domain/fraud/dossier/refund-chance.ts'
import { never } from '../../domain/shared/outcome.ts'
import { actLines } from '../phrases/act-lines.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'
import { deedWords } from './deed-words.ts'
import { alertBlocks, hour } from './dossier-alerts.ts'
import { both, orNone } from './dossier-blocks.ts'
import { chargeBlocks, estimateBlocks } from './dossier-charges.ts'
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
