import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import type { AlertedResource } from '../../domain/fraud/signal.ts'
import { identityFacts } from '../phrases/identity-facts.ts'
import { sums } from '../phrases/money-lines.ts'
import { quoted } from '../phrases/quoted.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { alertType } from './alert-type.ts'
import { boughtFacts } from './bought-facts.ts'

type Fact = readonly [label: string, value: string]

/** A source may write pages: the first of it tells whether to go and read the rest. */
const mostQuoted = 700
/** What colleagues reported stands there in whole, within what a card can hold. */
const mostReported = 2_500
const mostResources = 3
const mostDetails = 4

/** What was seen, in the desk's words and in the source's own. */
export function seenParts(alert: FraudAlert, { words, nameOf }: CardTalk): readonly Part[] {
  const { title, description, reportedBy } = alert
  const said = [title, description].flatMap((text) => (text === null || text.trim() === '' ? [] : [text.trim()]))
  return [
    line(alertType(alert, words), { weight: 'strong' }),
    ...(reportedBy === undefined
      ? said.map((text) => line(words.say('alert.quote', { text: clipped(text, mostQuoted) })))
      : [
          line(words.say('alert.reported-by', { name: nameOf(reportedBy) })),
          { kind: 'copyable', text: clipped(said.join('\n'), mostReported) } as const,
        ]),
  ]
}

/** Since when, how often, where, how grave, what it costs, and who the customer is. */
export function alertFacts(alert: FraudAlert, { words }: CardTalk): Part {
  const { subscription, hits, firstSeenAt, lastSeenAt, severity, confidence, identity } = alert
  const where = whereOf(alert, words)
  return {
    kind: 'facts',
    facts: [
      ...(subscription === null
        ? []
        : [[words.say('alert.subscription'), subscriptionName(subscription, words)] as const]),
      [words.say('alert.since'), words.moment(firstSeenAt)],
      [words.say('alert.seen'), words.say('alert.times-last', { count: hits, last: words.moment(lastSeenAt) })],
      ...(where === '' ? [] : [[words.say('alert.where'), where] as const]),
      [
        words.say('alert.gravity'),
        words.list([words.say(`alert.severity.${severity}`), words.say(`alert.confidence.${confidence}`)]),
      ],
      ...spendFacts(alert, words),
      ...(alert.type === 'suspiciousPurchase' ? boughtFacts(alert.details, words) : detailFacts(alert)),
      ...basisFacts(alert, words),
      ...(identity === null ? [] : identityFacts(identity, words)),
    ],
  }
}

/** The first few of what is affected, as people call it, and how many more there are. */
export function resourceNames(resources: readonly AlertedResource[], words: Words): string {
  const more = resources.length - mostResources
  return words.list([
    ...resources.slice(0, mostResources).map(({ id }) => quoted(id.split('/').at(-1) ?? id)),
    ...(more > 0 ? [words.say('alert.more-resources', { count: more })] : []),
  ])
}

/** What is spent since the first sighting, as far as it is known. */
export function spendWords({ spend }: Pick<FraudAlert, 'spend'>, words: Words): string | null {
  if (spend === null || spend.amounts.length === 0) return null
  const told = { sums: sums(spend.amounts, words), at: words.moment(spend.readAt) }
  return spend.perHour.length === 0
    ? words.say('alert.spend', told)
    : words.say('alert.spend-hourly', { ...told, hourly: sums(spend.perHour, words) })
}

function subscriptionName({ name, kind }: NonNullable<FraudAlert['subscription']>, words: Words): string {
  return kind === 'azure' ? words.say('subscription.azure', { name }) : name
}

function whereOf({ country, resources }: FraudAlert, words: Words): string {
  return [
    ...(country === null ? [] : [countryName(country, words)]),
    ...(resources.length === 0 ? [] : [resourceNames(resources, words)]),
  ].join(' · ')
}

/** Sources write codes and names alike. */
function countryName(country: string, { tag }: Words): string {
  if (!/^[a-z]{2}$/iu.test(country)) return quoted(country)
  return new Intl.DisplayNames(tag, { type: 'region' }).of(country.toUpperCase()) ?? country
}

function spendFacts(alert: FraudAlert, words: Words): readonly Fact[] {
  const spend = spendWords(alert, words)
  return spend === null ? [] : [[words.say('alert.spend-since'), spend]]
}

/** What a source says besides, as it says it; what only names an affected resource stands there already. */
function detailFacts({ details, resources }: FraudAlert): readonly Fact[] {
  const isResource = (value: string) => resources.some(({ id }) => id === value || id.endsWith(`/${value}`))
  return Object.entries(details)
    .filter(([, value]) => value !== '' && !isResource(value))
    .slice(0, mostDetails)
    .map(([name, value]) => [quoted(name), quoted(value)])
}

/** How the customer stood when the alert opened. */
function basisFacts({ basis }: FraudAlert, words: Words): readonly Fact[] {
  if (basis === undefined) return []
  const { owes, held, moreHeld } = basis
  const names = [
    ...held.map(({ name, reasons }) =>
      words.say('alert.held-for', { name, reasons: words.list(reasons.map((each) => words.say(`hold.${each}`))) }),
    ),
    ...(moreHeld === 0 ? [] : [words.say('alert.more-held', { count: moreHeld })]),
  ]
  const owed =
    owes === null
      ? words.say('alert.owes-unknown')
      : owes.overdue.length === 0
        ? words.say('alert.owes-nothing', { day: words.day(owes.asOf) })
        : words.say('alert.owes', {
            sums: sums(owes.overdue, words),
            count: owes.days,
            stage: words.say(`stage.${owes.stage}`),
            day: words.day(owes.asOf),
          })
  return [
    [words.say('alert.standing'), owed],
    ...(names.length === 0 ? [] : [[words.say('alert.held-then'), words.list(names)] as const]),
  ]
}

function clipped(text: string, most: number): string {
  const letters = [...text.slice(0, 2 * most)]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
