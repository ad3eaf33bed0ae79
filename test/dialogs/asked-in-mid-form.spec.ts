import assert from 'node:assert/strict'
import { phrase } from '../../dialogs/understanding/phrase.ts'
import { anOperatorCustomer, aSubscription } from '../kit/builders.ts'
import { everyLanguage } from '../kit/languages.ts'
import type { Office } from '../kit/office.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice, contosoSubscriptions } from './an-office.ts'

const named = (name: string, domain: string) =>
  [anOperatorCustomer({ tenantId: domain, name, domain }), [aSubscription({ id: domain, name: domain })]] as const

describe('in the middle of a form, a question about a name that two customers have', () => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({
      customers: [
        [anOperatorCustomer({ name: 'Contoso' }), contosoSubscriptions],
        named('Northwind', 'northwind.cn'),
        named('Northwind', 'northwind-trade.cn'),
      ],
    })
  })

  for (const asked of [
    'customer northwind',
    'holds northwind',
    'match northwind',
    'why northwind',
    'why northwind on 2025-03-01',
    'why not northwind',
    'next northwind',
    'assign northwind',
    'assign northwind to Wang',
    'notes on northwind',
    'note northwind',
    'note on northwind saying called them',
    'skip northwind',
    'skip northwind until 2025-04-04',
    'skip northwind because they call back',
    'skip northwind until 2025-04-04 because they call back',
    'final notice northwind',
    'final notice northwind until 2025-04-14',
    'notice northwind',
    'notice about northwind saying it was suspended',
    `notice about northwind saying ${'it was suspended '.repeat(80)}`,
    'agreements northwind',
    'credit northwind',
    'remind northwind',
    'budget northwind',
    'policy given northwind',
  ])
    it(`asks which one: ${asked.slice(0, 60)}`, () =>
      transcript(
        office,
        `
        Mei: suspend contoso for non-payment
        Bot: Suspend Contoso for non-payment?
             …
        Mei: ${asked.trim()}
        Bot: Several customers match “northwind”. Which one?
             Northwind · northwind.cn · 21Vianet
             Northwind · northwind-trade.cn · 21Vianet
             [Northwind (northwind.cn)] [Northwind (northwind-trade.cn)]
        Bot: Suspend Contoso for non-payment?
             …
        `,
      ))

  it('is answered by a press, and the form is still there', () =>
    transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           …
      Mei: notice northwind
      Bot: Several customers match “northwind”. Which one?
           …
      Bot: Suspend Contoso for non-payment?
           …
      Mei at “Several”: [Northwind (northwind-trade.cn)]
      Bot: Say what the operator wrote about Northwind, all in one message: “notice contoso: …”.
      Bot: Suspend Contoso for non-payment?
           …
      `,
    ))
})

/** What a choice between customers says where a question is answered without a form of its own. */
const choices: readonly (readonly [verb: string, ...slots: readonly string[]])[] = [
  ['customer', 'customer'],
  ['holds', 'customer'],
  ['resume', 'customer'],
  ['match', 'customer'],
  ['next', 'customer'],
  ['notes', 'customer'],
  ['why', 'customer'],
  ['why', 'customer', 'day'],
  ['why-not', 'customer'],
  ['assign', 'customer'],
  ['assign', 'customer', 'person'],
  ['note-words', 'text'],
  ['note-customer', 'customer', 'text'],
  ['skip', 'customer'],
  ['skip', 'customer', 'day'],
  ['skip', 'customer', 'text'],
  ['skip', 'customer', 'day', 'text'],
  ['notice-words', 'text'],
  ['notice', 'customer', 'text'],
  ['final-notice', 'customer'],
  ['final-notice', 'customer', 'day'],
]

describe('a choice between customers', () => {
  for (const { tag, grammar } of everyLanguage)
    it(`has a sentence of its own in ${tag}, whatever was asked`, () => {
      for (const [verb, ...slots] of choices) {
        const said = phrase(grammar, verb, Object.fromEntries(slots.map((slot) => [slot, `<${slot}>`])))
        for (const slot of slots) assert(said.includes(`<${slot}>`), said)
      }
    })
})
