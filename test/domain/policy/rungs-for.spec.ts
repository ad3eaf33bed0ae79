import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Customer } from '../../../domain/customers/customer.ts'
import { lanes, type Lane } from '../../../domain/customers/lane.ts'
import { dunningStages, type PolicyRung, type PolicySegment } from '../../../domain/policy/collections-policy.ts'
import { dunningStage } from '../../../domain/policy/dunning-stage.ts'
import { ladderFor, rungsFor, segmentOf } from '../../../domain/policy/rungs-for.ts'
import { standingOn } from '../../../domain/receivables/standing.ts'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import { someInvoices } from '../../kit/arbitraries.ts'
import {
  aCalendar,
  aCustomer,
  anAccount,
  anInvoice,
  aNotice,
  anOperatorCustomer,
  aPolicy,
  cny,
  eur,
  today,
} from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

const remind = (daysPastDue: number): PolicyRung => ({ stage: 'reminder', daysPastDue, atLeast: null })

function aSegment(changes: Partial<PolicySegment> = {}): PolicySegment {
  return { name: 'some', lanes: null, countries: null, groups: null, rungs: [remind(99)], ...changes }
}

function of(lane: Lane | null, country: string | null = null, name = 'Contoso Ltd'): Customer {
  const operator = lane === null ? null : anOperatorCustomer({ lane, name: 'Contoso Worldwide' })
  return aCustomer({ lane, operator, name: operator?.name ?? name, accounts: [anAccount({ country, name })] })
}

describe('whose ladder holds', () => {
  const groups = { friends: ['  contoso   LTD', 'Fabrikam'], others: ['Fabrikam'] }
  const segments = [
    aSegment({ name: 'friends', groups: ['friends'] }),
    aSegment({ name: 'China', lanes: ['china'] }),
    aSegment({ name: 'German and Austrian customers of Microsoft', lanes: ['global'], countries: ['DE', 'AT'] }),
    aSegment({ name: 'Germany', countries: ['DE'] }),
  ]
  const segmentFor = (customer: Customer) =>
    segmentOf(aPolicy({ segments, customerGroups: groups }), customer)?.name ?? null

  for (const [what, customer, name] of [
    ['a member of a group, by the ledger’s name', of('china'), 'friends'],
    ['a lane’s customer', of('china', null, 'Wingtip'), 'China'],
    [
      'a customer of whom all that is named holds',
      of('global', 'AT', 'Wingtip'),
      'German and Austrian customers of Microsoft',
    ],
    ['one of whom only a part holds', of('us-government', 'DE', 'Wingtip'), 'Germany'],
    ['one whose ledger account is matched to nobody', of(null, 'de', 'Wingtip'), 'Germany'],
    ['everybody else', of('global', 'FR', 'Wingtip'), null],
    ['whoever has no country', of('global', null, 'Wingtip'), null],
  ] as const)
    it(`${what}: ${name ?? 'the plain ladder'}`, () => assert.equal(segmentFor(customer), name))

  it('knows a member by tenant id and by the operator’s name as well', () => {
    const by = (member: string) =>
      segmentOf(
        aPolicy({ segments: [aSegment({ groups: ['one'] })], customerGroups: { one: [member] } }),
        of('global', null, 'Wingtip'),
      )
    assert.notEqual(by(anOperatorCustomer().tenantId.toUpperCase()), null)
    assert.notEqual(by('Contoso Worldwide'), null)
    assert.equal(by('Contoso World'), null)
  })

  it('is nobody’s for a group without members', () => {
    const policy = aPolicy({ segments: [aSegment({ groups: ['gone'] })] })
    assert.equal(segmentOf(policy, of('global')), null)
  })

  it('never asks for cancelling where the operator is not known to allow it', () => {
    const cancels: PolicyRung = { stage: 'suspend', ends: 'cancel', daysPastDue: 90, atLeast: null }
    const atTerm: PolicyRung = { stage: 'suspend', ends: 'at-term', daysPastDue: 80, atLeast: null }
    const policy = aPolicy({
      rungs: [cancels, atTerm, remind(1)],
      segments: [aSegment({ lanes: ['china'], rungs: [cancels] })],
    })
    assert.deepEqual(rungsFor(policy, of('global')), [cancels, atTerm, remind(1)])
    assert.deepEqual(rungsFor(policy, of('us-government')), [atTerm, remind(1)])
    assert.deepEqual(rungsFor(policy, of('china')), [])
  })

  const someRungs = fc
    .array(fc.constantFrom<PolicyRung['stage']>('reminder', 'final-notice', 'suspend'), { maxLength: 3 })
    .map((stages) => stages.map((stage, at): PolicyRung => ({ stage, daysPastDue: 10 * (at + 1), atLeast: null })))
  const someSegments = fc.array(
    fc.record({
      name: fc.string(),
      lanes: fc.option(fc.subarray([...lanes], { minLength: 1 })),
      countries: fc.option(fc.subarray(['DE', 'AT', 'FR'], { minLength: 1 })),
      groups: fc.option(fc.constant(['friends'])),
      rungs: someRungs,
    }),
    { maxLength: 4 },
  )
  const someCustomers = fc
    .tuple(
      fc.constantFrom(...lanes, null),
      fc.constantFrom('DE', 'at', 'FR', 'US', null),
      fc.constantFrom('Contoso Ltd', 'Wingtip'),
    )
    .map(([lane, country, name]) => of(lane, country, name))

  it('is always one ladder, the first that covers, whatever stands behind it', () => {
    fc.assert(
      fc.property(someSegments, someSegments, someCustomers, (before, after, customer) => {
        const policyOf = (all: readonly PolicySegment[]) => aPolicy({ segments: all, customerGroups: groups })
        const first = segmentOf(policyOf(before), customer)
        const whole = segmentOf(policyOf([...before, ...after]), customer)
        if (first) assert.equal(whole, first)
        else assert.equal(whole, segmentOf(policyOf(after), customer))
        assert.deepEqual(rungsFor(policyOf(before), customer), first?.rungs ?? aPolicy().rungs)
      }),
      runs,
    )
  })

  it('decides the stage: a customer in no segment is told what they would be told without any', () => {
    const notices = [aNotice({ invoices: Array.from({ length: 8 }, (_, at) => `K-1001|invoice|INV-${at}`) })]
    const policyOf = (segments: readonly PolicySegment[]) => aPolicy({ segments, customerGroups: groups })
    fc.assert(
      fc.property(someSegments, someCustomers, someInvoices, (all, customer, items) => {
        const standing = standingOn(today, items)
        const policy = policyOf(all)
        const found = dunningStage(ladderFor(policy, customer), standing, notices)
        const segment = segmentOf(policy, customer)
        const alone = segment ? aPolicy({ rungs: segment.rungs }) : aPolicy()
        assert.deepEqual(found, dunningStage(ladderFor(alone, customer), standing, notices))
        assert(dunningStages.indexOf(found.stage) <= dunningStages.indexOf(found.byDebt))
      }),
      runs,
    )
  })
})

describe('what a rung asks of a debt', () => {
  const rung = (changes: Partial<PolicyRung>): PolicyRung => ({
    stage: 'suspend',
    daysPastDue: 60,
    atLeast: null,
    ...changes,
  })
  const find = (rungs: readonly PolicyRung[], items = [anInvoice()], changes = {}) =>
    dunningStage({ ...aPolicy({ rungs, ...changes }) }, standingOn(today, items), [
      aNotice({ invoices: items.map(({ number }) => `K-1001|invoice|${number}`) }),
    ])

  it('so many invoices that are old enough, of one currency', () => {
    const two = [rung({ invoices: 2 })]
    const old = (number: string, days: number, open = cny(900_000)) =>
      anInvoice({ number, due: addDays(today, -days), ...open })
    assert.equal(find(two, [old('A', 90)]).byDebt, 'clear')
    assert.equal(find(two, [old('A', 90), old('B', 59)]).byDebt, 'clear')
    assert.equal(find(two, [old('A', 90), old('B', 60, eur(900_000))]).byDebt, 'clear')
    assert.equal(find(two, [old('A', 90), old('B', 60)]).stage, 'suspend')
  })

  it('as many that a final notice named, before anything is suspended', () => {
    const items = [anInvoice({ number: 'A' }), anInvoice({ number: 'B' })]
    const named = (...numbers: readonly string[]) =>
      dunningStage(aPolicy({ rungs: [rung({ invoices: 2 })] }), standingOn(today, items), [
        aNotice({ invoices: numbers.map((number) => `K-1001|invoice|${number}`) }),
      ]).stage
    assert.equal(named('A'), 'final-notice')
    assert.equal(named('A', 'B'), 'suspend')
  })

  it('an end only beside a suspension, and says which', () => {
    const rungs = [
      rung({ ends: 'cancel', daysPastDue: 90 }),
      rung({ ends: 'at-term', daysPastDue: 70 }),
      rung({ daysPastDue: 60 }),
    ]
    const after = (days: number) => {
      const { stage, rung: reached, ending } = find(rungs, [anInvoice({ due: addDays(today, -days) })])
      return { stage, days: reached?.daysPastDue ?? null, ending: ending ?? null }
    }
    assert.deepEqual(after(59), { stage: 'clear', days: null, ending: null })
    assert.deepEqual(after(69), { stage: 'suspend', days: 60, ending: null })
    assert.deepEqual(after(70), { stage: 'suspend', days: 60, ending: 'at-term' })
    assert.deepEqual(after(90), { stage: 'suspend', days: 60, ending: 'cancel' })
    const unwarned = dunningStage(aPolicy({ rungs }), standingOn(today, [anInvoice({ due: '2024-12-01' })]), [])
    assert.deepEqual([unwarned.stage, unwarned.ending], ['final-notice', undefined])
  })

  it('its age in working days, where the policy counts those', () => {
    // today is Monday 31 March 2025.
    const working = { countsWorkingDays: true, calendar: aCalendar({ holidays: ['2025-03-28'] }) }
    const at = (due: Day) => find([rung({ stage: 'reminder', daysPastDue: 3 })], [anInvoice({ due })], working).stage
    assert.equal(at('2025-03-27'), 'clear')
    assert.equal(at('2025-03-26'), 'clear')
    assert.equal(at('2025-03-25'), 'reminder')
    const reached = find([rung({ stage: 'reminder', daysPastDue: 3 })], [anInvoice()], working).rung
    assert.equal(reached?.daysPastDue, 3)
  })
})
