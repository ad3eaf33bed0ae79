import type { Intent } from '../intent.ts'
import type { HeardVerb, ReadVerbs } from './heard-verb.ts'

/** What is agreed with customers. Amounts and days stay as they were said. */
export const agreementVerbs: ReadVerbs = {
  agreements: ({ who }) => ({ verb: 'agreements', who }),
  promise: ({ who, slots }) => ({
    verb: 'agree',
    about: { kind: 'promise', who, sum: slots['sum'] ?? null, day: slots['day'] ?? null },
  }),
  paid: ({ who, slots }) => ({ verb: 'agree', about: { kind: 'paid-mark', who, sum: slots['sum'] ?? null } }),
  dispute: ({ slots, passedOn }) => ({
    verb: 'agree',
    about: { kind: 'dispute', who: slots['invoice'] ?? null, sum: slots['sum'] ?? null, reason: passedOn },
  }),
  exempt: ({ who, slots, passedOn }) => ({
    verb: 'agree',
    about: { kind: 'exemption', who, day: slots['day'] ?? null, reason: passedOn },
  }),
  plan: (heard) => plan('month', heard),
  'plan-weekly': (heard) => plan('week', heard),
}

function plan(every: 'month' | 'week', { who, slots }: HeardVerb): Intent {
  const count = slots['number'] === undefined ? null : Number(slots['number'])
  const said = { sum: slots['sum'] ?? null, day: slots['day'] ?? null, listed: slots['instalments'] ?? null }
  return { verb: 'agree', about: { kind: 'plan', who, count, every, ...said } }
}
