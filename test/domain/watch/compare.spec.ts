import assert from 'node:assert/strict'
import { compare, type Comparison, type Look } from '../../../domain/watch/compare.ts'
import { ownDoings, type OwnDoings } from '../../../domain/watch/own-doings.ts'
import type { SeenSubscription } from '../../../domain/watch/watch-memory.ts'
import {
  aHeldSubscription,
  anAct,
  anApprovedResumption,
  anApprovedSuspension,
  minute,
  seats,
} from '../../kit/builders.ts'

const nothing: OwnDoings = { underWay: false, last: null, holds: [], foundOut: false }
const before = (changes: Partial<SeenSubscription> = {}): SeenSubscription => ({
  id: seats,
  name: 'Seats',
  status: 'suspended',
  model: '21vianet',
  commitmentEnd: null,
  inServiceAt: null,
  difference: null,
  ...changes,
})
const did = (wanted: 'suspended' | 'active', past: number, seen = true) => ({
  last: { wanted, at: minute(past), seen },
})

describe('comparing an operator with our own log', () => {
  type Case = readonly [what: string, look: Partial<Omit<Look, 'ours'>> & { ours?: Partial<OwnDoings> }, Comparison]
  const table: readonly Case[] = [
    ['suspended, and never by us', {}, 'suspended-elsewhere'],
    ['suspended by us', { ours: { ...did('suspended', 5), holds: ['non-payment'] } }, 'agrees'],
    ['suspended by us a moment after it was seen in service', { ours: did('suspended', 15) }, 'agrees'],
    [
      'suspended by us long ago, but seen in service since',
      { ours: did('suspended', 5), seenBefore: minute(10) },
      'suspended-elsewhere',
    ],
    [
      'the same where it was then held and kept in mind',
      {
        ours: did('suspended', 5),
        before: before({ status: 'active', difference: 'active-though-held' }),
        seenBefore: minute(10),
      },
      'suspended-elsewhere',
    ],
    ['brought back by us before', { ours: did('active', 5) }, 'suspended-elsewhere'],
    ['suspended as before', { before: before() }, 'agrees'],
    [
      'suspended as before, but brought back by us meanwhile',
      { ours: did('active', 15), before: before() },
      'suspended-elsewhere',
    ],
    [
      'suspended as before, and brought back by hand, which nobody has seen yet',
      { ours: did('active', 15, false), before: before() },
      'agrees',
    ],
    [
      'suspended, brought back by hand before, and seen in service since',
      { ours: did('active', 5, false) },
      'suspended-elsewhere',
    ],
    ['held for the operator', { ours: { holds: ['operator'] } }, 'agrees'],
    ['held by what found it out already', { ours: { holds: ['fraud'], foundOut: true } }, 'suspended-elsewhere'],
    [
      'an add-on whose base we suspended and brought back since the last look',
      { base: { status: 'active', ours: { ...nothing, ...did('active', 12) } } },
      'agrees',
    ],
    [
      'an add-on whose base we touched long before it was seen in service',
      { base: { status: 'active', ours: { ...nothing, ...did('active', 5) } } },
      'suspended-elsewhere',
    ],
    [
      'an add-on whose base is on its way',
      { base: { status: 'active', ours: { ...nothing, underWay: true } } },
      'unsure',
    ],
    [
      'in service and held',
      { status: 'active', ours: { ...did('suspended', 5), holds: ['fraud'] } },
      'active-though-held',
    ],
    [
      'in service and held, by an act of ours that nobody saw the end of',
      { status: 'active', ours: { ...did('suspended', 5, false), holds: ['fraud'] } },
      'agrees',
    ],
    [
      'the same, but it was seen out of service',
      { status: 'active', ours: { ...did('suspended', 5, false), holds: ['fraud'] }, before: before() },
      'active-though-held',
    ],
  ]
  for (const [what, { ours = {}, ...look }, expected] of table)
    it(`${what}: ${expected}`, () => {
      const whole = { status: 'suspended', base: null, before: null, seenBefore: minute(10), ...look } as const
      assert.equal(compare({ ...whole, ours: { ...nothing, ...ours } }), expected)
    })
})

describe('what our own log says', () => {
  const read = (suspension: ReturnType<typeof anApprovedSuspension>, resumed = false) =>
    ownDoings(
      {
        suspensions: [suspension],
        resumptions: resumed
          ? [anApprovedResumption({ acts: [anAct({ result: { state: 'already', at: minute(9) } })] })]
          : [],
        held: [aHeldSubscription()],
      },
      'china',
      seats,
    )
  const withAct = (result: Parameters<typeof anAct>[0]) => anApprovedSuspension({ acts: [anAct(result)] })
  const done = { state: 'done', at: minute(5), confirmed: true } as const

  it('an act that waits, has left or was accepted is under way', () => {
    for (const result of [
      { state: 'waiting' },
      { state: 'sent', at: minute(5) },
      { state: 'accepted', at: minute(5) },
    ] as const)
      assert.equal(read(withAct({ result })).underWay, true)
    assert.equal(read(withAct({ result: done })).underWay, false)
  })

  it('what was done last counts, and that something was in service already', () => {
    assert.deepEqual(read(withAct({ result: done })).last, { wanted: 'suspended', at: minute(5), seen: true })
    assert.deepEqual(read(withAct({ result: done }), true).last, { wanted: 'active', at: minute(9), seen: true })
  })

  it('a call of which nobody knows what became may be ours; one that was refused is not', () => {
    const failed = (kind: 'unreachable' | 'refused') =>
      ({
        state: 'failed',
        at: minute(5),
        trouble: { kind, code: null, description: null, correlationId: null },
      }) as const
    assert.deepEqual(read(withAct({ result: failed('unreachable') })).last, {
      wanted: 'suspended',
      at: minute(5),
      seen: false,
    })
    assert.equal(read(withAct({ result: failed('refused') })).last, null)
  })

  it('holds on what was out of service already are no doing of ours, unless it was ours before', () => {
    const already = anAct({ result: { state: 'already', at: minute(5) } })
    assert.equal(read(anApprovedSuspension({ acts: [already] })).foundOut, true)
    assert.equal(read(withAct({ result: done })).foundOut, false)
  })

  it('another lane’s acts are another’s', () => {
    const { underWay, holds } = ownDoings(
      { suspensions: [anApprovedSuspension()], resumptions: [], held: [aHeldSubscription()] },
      'global',
      seats,
    )
    assert.deepEqual([underWay, holds], [false, []])
  })
})
