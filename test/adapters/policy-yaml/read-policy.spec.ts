import assert from 'node:assert/strict'
import { readPolicy } from '../../../adapters/policy-yaml/read-policy.ts'
import { dunningStage } from '../../../domain/policy/dunning-stage.ts'
import { usualFraudEscalation } from '../../../domain/policy/fraud-escalation.ts'
import { usualTicketPatience } from '../../../domain/policy/ticket-patience.ts'
import { standingOn } from '../../../domain/receivables/standing.ts'
import { addDays } from '../../../domain/shared/time.ts'
import { aNotice, anInvoice, eur, today } from '../../kit/builders.ts'
import { defaultPolicy, ownPolicy } from './a-policy-file.ts'

describe('a policy file', () => {
  it('is read whole: severest rung first, amounts in minor units, days by their number', () => {
    assert.deepEqual(readPolicy(ownPolicy, 'policy.yaml'), {
      rungs: [
        { stage: 'suspend', daysPastDue: 60, atLeast: { CNY: 100_050, JPY: 9_000, KWD: 1_250 } },
        { stage: 'reminder', daysPastDue: 10, atLeast: null },
      ],
      segments: [],
      customerGroups: {},
      countsWorkingDays: false,
      liftsWhenPaid: false,
      tolerance: { CNY: 500 },
      finalNoticeDays: 14,
      contact: null,
      ledgerAgeLimit: 2,
      suspicionReviewDays: 3,
      importGuard: { closedShare: 0.125, newlyDueShare: 0 },
      // Not named in this file, as in those of older desks.
      approvals: [],
      stepUp: null,
      breakGlass: null,
      fraudDecisionHours: 4,
      fraudEscalation: usualFraudEscalation,
      ticketPatience: usualTicketPatience,
      dailyLimit: 10,
      workingHours: { from: 540, to: 1020 },
      fridayBrakeHours: 4,
      detection: {
        newSeats: 100,
        jump: { times: 3, seats: 50 },
        newCustomerDays: 30,
        firstSeats: 25,
        whileInTrouble: true,
      },
      calendar: {
        timeZone: 'Asia/Shanghai',
        workingDays: [1, 2, 3, 4, 6],
        holidays: ['2026-10-01', '2026-10-02'],
      },
    })
  })

  it('says how many approve, above which stakes a code is given, and up to which the glass may be broken', () => {
    const { approvals, stepUp, breakGlass, fraudDecisionHours } = readPolicy(
      `${ownPolicy}approvals:
  - { for: non-payment, above: { EUR: 50000, JPY: 9000 }, needs: 2 }
  - { for: non-payment, people above: 250, needs: 3 }
  - { for: fraud, needs: 2 }
step-up: { people: 500, amounts: { EUR: 100000 } }
break-glass: { people: 50, amounts: { EUR: 10000 } }
fraud decision hours: 6
`,
      'policy.yaml',
    )
    assert.deepEqual(approvals, [
      { reason: 'non-payment', above: { amounts: { EUR: 5_000_000, JPY: 9_000 }, people: null }, needs: 2 },
      { reason: 'non-payment', above: { amounts: {}, people: 250 }, needs: 3 },
      { reason: 'fraud', above: null, needs: 2 },
    ])
    assert.deepEqual(stepUp, { people: 500, amounts: { EUR: 10_000_000 } })
    assert.deepEqual(breakGlass, { people: 50, amounts: { EUR: 1_000_000 } })
    assert.equal(fraudDecisionHours, 6)
  })

  it('says when people are at work, and how long before days off nothing is begun', () => {
    const { workingHours, fridayBrakeHours } = readPolicy(
      `${ownPolicy}working hours: 8:30-16:45\nfriday brake: { hours: 0 }\n`,
      'policy.yaml',
    )
    assert.deepEqual(workingHours, { from: 510, to: 1005 })
    assert.equal(fridayBrakeHours, 0)
    for (const hours of ['17:00-09:00', 'nine to five', '25:00-26:00'])
      assert.throws(
        () => readPolicy(`${ownPolicy}working hours: ${hours}\n`, 'policy.yaml'),
        /working hours must be hours/,
      )
  })

  it('says above which limits a purchase is reported, or that none is; what is left out is as usual', () => {
    const detection = (text: string) =>
      readPolicy(`${ownPolicy}fraud:\n  suspicious purchases:${text}\n`, 'p.yaml').detection
    assert.deepEqual(
      detection(` { new subscription above: 7, jump: { times: 1.5, seats: 9 }, while on hold or overdue: false }`),
      { newSeats: 7, jump: { times: 1.5, seats: 9 }, newCustomerDays: 30, firstSeats: 25, whileInTrouble: false },
    )
    assert.deepEqual(detection(' { new customer days: 0, first purchase above: 0 }'), {
      newSeats: 100,
      jump: { times: 3, seats: 50 },
      newCustomerDays: 0,
      firstSeats: 0,
      whileInTrouble: true,
    })
    assert.equal(detection(' off'), null)
    for (const [text, fault] of [
      [' never', 'line 17: fraud › suspicious purchases must be off, or a list of named limits'],
      ['\n    jump: { times: 3 }', 'line 18: fraud › suspicious purchases › jump › seats is missing'],
      [
        '\n    jump: { times: 0.5, seats: 1 }',
        'line 18: fraud › suspicious purchases › jump › times must be 1 or more',
      ],
      ['\n    seats: 3', 'line 18: fraud › suspicious purchases › seats is no entry of a policy'],
      [
        '\n    first purchase above: 2\n    while on hold or overdue: no',
        'line 19: fraud › suspicious purchases › while on hold or overdue must be true or false',
      ],
    ] as const)
      assert.throws(() => detection(text), { message: `p.yaml is no usable collections policy:\n  ${fault}` })
  })

  it('may begin with a byte order mark and end its lines as Windows does', () => {
    assert.deepEqual(
      readPolicy(`\ufeff${ownPolicy.replaceAll('\n', '\r\n')}`, 'policy.yaml'),
      readPolicy(ownPolicy, 'policy.yaml'),
    )
  })
})

describe('the default policy', () => {
  const policy = readPolicy(defaultPolicy, 'default-policy.yaml')
  /** What it calls for when 500 euros are so many days past due, warned of or not. */
  const stageAfter = (days: number, minor = 50_000, warned = true) => {
    const invoice = anInvoice({ ...eur(minor), due: addDays(today, -days) })
    const givenOn = addDays(today, -12)
    const notice = aNotice({ givenOn, deadline: addDays(givenOn, policy.finalNoticeDays) })
    return dunningStage(policy, standingOn(today, [invoice]), warned ? [notice] : []).stage
  }

  for (const [days, stage] of [
    [6, 'clear'],
    [7, 'reminder'],
    [29, 'reminder'],
    [30, 'final-notice'],
    [44, 'final-notice'],
    [45, 'suspend'],
  ] as const) {
    it(`calls for ${stage} after ${days} days`, () => assert.equal(stageAfter(days), stage))
  }

  it('never calls for suspension before a final notice has run out', () => {
    assert.equal(stageAfter(400, 50_000, false), 'final-notice')
  })

  it('leaves five euros alone, and not a cent more', () => {
    assert.equal(stageAfter(45, 500), 'clear')
    assert.equal(stageAfter(45, 501), 'suspend')
  })

  it('gives ten days after a final notice, and three working days to the ledger', () => {
    assert.equal(policy.finalNoticeDays, 10)
    assert.equal(policy.ledgerAgeLimit, 3)
    assert.deepEqual(policy.calendar, { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] })
  })

  it('reports the purchases that are reported where a policy says nothing of them', () => {
    assert.deepEqual(policy.detection, readPolicy(ownPolicy, 'policy.yaml').detection)
  })

  it('lets ten suspensions for non-payment begin on a day, as does a policy of before that says nothing of it', () => {
    assert.equal(policy.dailyLimit, 10)
    assert.equal(readPolicy(ownPolicy, 'policy.yaml').dailyLimit, 10)
    assert.equal(readPolicy(`${ownPolicy}\ndaily limit: 0\n`, 'policy.yaml').dailyLimit, 0)
    assert.throws(() => readPolicy(`${ownPolicy}\ndaily limit: -1\n`, 'policy.yaml'), /daily limit must be 0 or more/)
  })

  it('asks a second person from a tenth closed and a twentieth newly due', () => {
    assert.deepEqual(policy.importGuard, { closedShare: 0.1, newlyDueShare: 0.05 })
  })

  it('means what its own comment offers, once that is switched on', () => {
    const withAmounts = defaultPolicy.replace('# amounts:', 'amounts:')
    assert.notEqual(withAmounts, defaultPolicy)
    assert.deepEqual(readPolicy(withAmounts, 'policy.yaml').rungs[0]?.atLeast, { EUR: 10_000, USD: 10_000 })
  })
})
