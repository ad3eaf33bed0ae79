import { verdicts, type FraudAlert, type OpenAlert } from '../../domain/fraud/fraud-alert.ts'
import { never } from '../../domain/shared/outcome.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import type { CardTalk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Button, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { resourceNames } from './alert-facts.ts'

/** More are picked from no list: whoever is missing is told by name. */
const mostHolders = 25

/** What can be filled in before a press: the verdict, a reason, an end, and to whom it goes. */
export function alertInputs(alert: FraudAlert, talk: CardTalk): readonly Part[] {
  if (alert.status !== 'pending') return []
  const { words } = talk
  const holders = holdersFor(alert, talk)
  return [
    ...stopLine(alert, words),
    {
      kind: 'choices',
      id: 'verdict',
      label: words.say('alert.input.verdict'),
      multiple: false,
      options: verdicts.map((value) => ({ value, label: words.say(`alert.option.${value}`) })),
      chosen: [],
    },
    { kind: 'input', id: 'words', label: words.say('alert.input.words'), value: '', multiline: true },
    ...(alert.snooze === null
      ? [{ kind: 'input', id: 'until', label: words.say('alert.input.until'), value: '', multiline: false } as const]
      : []),
    ...(holders.length === 0
      ? []
      : [
          {
            kind: 'choices',
            id: 'to',
            label: words.say('alert.input.to'),
            multiple: false,
            options: holders.map(({ id, name }) => ({ value: id, label: name })),
            chosen: [],
          } as const,
        ]),
  ]
}

/** What a press does: all of it while the alert waits, almost nothing once it has ended. */
export function alertButtons(alert: FraudAlert, version: number, talk: CardTalk): readonly Button[] {
  const { words } = talk
  const { id, customer, identity } = alert
  const at = { case: id, version }
  switch (alert.status) {
    case 'pending':
      return [
        ...(alert.holder === null
          ? [{ label: words.say('button.claim'), tone: 'good', acts: { act: 'fraud-alert.claim', ...at } } as const]
          : []),
        ...(identity === null || alert.isTest
          ? []
          : [
              {
                label: suspendLabel(alert, words),
                tone: 'danger',
                acts: { act: 'fraud-alert.suspend', ...at },
              } as const,
              { label: words.say('button.ask-customer'), acts: { act: 'fraud-alert.ask-customer', ...at } } as const,
              { label: words.say('button.ticket'), acts: { act: 'fraud-alert.ticket', ...at } } as const,
            ]),
        { label: words.say('button.verdict'), acts: { act: 'fraud-alert.decide', ...at } },
        alert.snooze === null
          ? { label: words.say('button.snooze'), acts: { act: 'fraud-alert.preview-snooze', ...at } }
          : { label: words.say('button.wake'), acts: { act: 'fraud-alert.wake', ...at } },
        ...(holdersFor(alert, talk).length === 0
          ? []
          : [{ label: words.say('button.hand-over'), acts: { act: 'fraud-alert.hand-over', ...at } } as const]),
        ...customerButton(alert, words),
      ]
    case 'decided': {
      const harmless = alert.verdict === 'legitimate' || alert.verdict === 'ignore'
      return [
        ...(alert.reported.state === 'refused'
          ? [
              {
                label: words.say('button.tell-again'),
                tone: 'good',
                acts: { act: 'fraud-alert.tell-again', ...at },
              } as const,
            ]
          : []),
        ...(harmless && customer !== null && isHeld(alert)
          ? [{ label: words.say('button.resume'), says: phrase(words.grammar, 'resume', { customer }) }]
          : []),
      ]
    }
    case 'resolved-elsewhere':
      return []
    default:
      return never(alert)
  }
}

/** Something of theirs was taken out of service for it, or was out already: it does not come back by itself. */
function isHeld({ answers, basis }: FraudAlert): boolean {
  const reasons = basis?.held.flatMap((each) => each.reasons) ?? []
  return answers.length > 0 || reasons.includes('fraud') || reasons.includes('misuse')
}

function customerButton({ customer, identity }: OpenAlert, words: Words): readonly Button[] {
  if (customer === null || identity === null) return []
  return [{ label: words.say('button.customer'), says: phrase(words.grammar, 'customer', { customer }) }]
}

/** The button that stops one Azure subscription is called otherwise: it says what is stopped, and for what. */
function suspendLabel({ subscription }: OpenAlert, words: Words): string {
  return words.say(subscription?.kind === 'azure' ? 'button.stop-azure' : 'button.suspend')
}

/** What stopping an Azure subscription stops, before anybody presses. */
function stopLine({ subscription, identity, resources, isTest }: OpenAlert, words: Words): readonly Part[] {
  if (subscription?.kind !== 'azure' || identity === null || isTest) return []
  const { name } = subscription
  const told =
    resources.length === 0
      ? words.say('alert.stop-azure', { name })
      : words.say('alert.stop-azure-named', { name, resources: resourceNames(resources, words) })
  return [line(told, { weight: 'quiet' })]
}

/** Who may hold it and does not yet; those who may also decide it first. */
function holdersFor({ holder }: OpenAlert, { colleagues }: CardTalk) {
  const able = colleagues.filter(({ id, roles }) => id !== holder?.by && mayAsk(roles, 'handle alert'))
  const [first, others] = [true, false].map((decides) =>
    able.filter(({ roles }) => mayAsk(roles, 'decide alert') === decides),
  )
  return [...(first ?? []), ...(others ?? [])].slice(0, mostHolders)
}
