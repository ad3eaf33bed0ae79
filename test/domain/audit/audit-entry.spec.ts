import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import {
  canonical,
  chained,
  chainStart,
  verifyChain,
  type AuditDraft,
  type AuditEntry,
} from '../../../domain/audit/audit-entry.ts'
import { contoso, minute } from '../../kit/builders.ts'
import { runs } from '../../kit/runs.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const draft = (at: number, what = 'suspension.asked'): AuditDraft => ({
  at: minute(at),
  by: 'mei',
  what,
  about: `S-${at}`,
  customer: contoso,
  lane: 'china',
  details: { minor: 4_820_000, because: '逾期未付' },
})

function chainOf(drafts: readonly AuditDraft[]): readonly AuditEntry[] {
  const entries: AuditEntry[] = []
  for (const each of drafts) entries.push(chained(entries.at(-1) ?? null, each, sha256))
  return entries
}
const five = chainOf([1, 2, 3, 4, 5].map((at) => draft(at)))
const brokenIn = async (entries: readonly AuditEntry[]) => (await verifyChain(entries, sha256)).broken
const at = (seq: number) => {
  const entry = five[seq - 1]
  assert(entry)
  return entry
}
/** Written anew in the middle, with a hash of its own that fits what it says. */
const forged = (seq: number, changes: Partial<AuditEntry>) => {
  const { hash, ...link } = { ...at(seq), ...changes }
  assert.notEqual(hash, '')
  return { ...link, hash: sha256(canonical(link)) }
}

describe('the audit chain', () => {
  it('starts from nothing and holds to its last entry', async () => {
    assert.equal(at(1).prev, chainStart)
    assert.match(chainStart, /^0{64}$/)
    assert.deepEqual(await verifyChain(five, sha256), { entries: 5, head: at(5).hash, broken: null })
    assert.deepEqual(await verifyChain([], sha256), { entries: 0, head: chainStart, broken: null })
  })

  it('is read as it comes', async () => {
    async function* trail() {
      yield* five
    }
    assert.equal((await verifyChain(trail(), sha256)).broken, null)
  })

  for (const [what, entries, broken] of [
    ['a changed word', five.with(2, { ...at(3), by: 'wang' }), { seq: 3, fault: 'changed' }],
    ['a changed moment', five.with(2, { ...at(3), at: minute(9) }), { seq: 3, fault: 'changed' }],
    ['a changed detail', five.with(2, { ...at(3), details: { minor: 1 } }), { seq: 3, fault: 'changed' }],
    ['a detail taken away', five.with(2, { ...at(3), details: {} }), { seq: 3, fault: 'changed' }],
    ['a changed hash', five.with(2, { ...at(3), hash: at(4).hash }), { seq: 3, fault: 'changed' }],
    ['a change with a hash that fits it', five.with(2, forged(3, { by: 'wang' })), { seq: 4, fault: 'not-chained' }],
    ['a missing entry', five.toSpliced(2, 1), { seq: 3, fault: 'missing' }],
    ['a missing first entry', five.slice(1), { seq: 1, fault: 'missing' }],
    ['two entries in each other’s place', [at(1), at(3), at(2), at(4), at(5)], { seq: 2, fault: 'missing' }],
    ['an entry told twice', [at(1), at(2), at(2), at(3)], { seq: 2, fault: 'not-chained' }],
    ['an entry slipped in', [at(1), at(2), forged(3, { what: 'x' }), at(3)], { seq: 3, fault: 'not-chained' }],
    [
      'an entry told again that would follow itself',
      [at(1), forged(1, { prev: at(1).hash })],
      { seq: 1, fault: 'not-chained' },
    ],
    [
      'an entry taken out and the rest counted anew',
      [at(1), at(2), { ...at(4), seq: 3 }, { ...at(5), seq: 4 }],
      { seq: 3, fault: 'not-chained' },
    ],
    ['a chain that starts in the middle', [{ ...at(3), seq: 1 }], { seq: 1, fault: 'not-chained' }],
  ] as const satisfies readonly (readonly [string, readonly AuditEntry[], object])[])
    it(`names ${what}`, async () => assert.deepEqual(await brokenIn(entries), broken))

  it('says how far it held', async () => {
    const verdict = await verifyChain(five.with(2, { ...at(3), by: 'wang' }), sha256)
    assert.deepEqual([verdict.entries, verdict.head], [2, at(2).hash])
  })

  it('an end that was cut off shows only in the number and the head: keep them elsewhere', async () => {
    const verdict = await verifyChain(five.slice(0, 3), sha256)
    assert.deepEqual(verdict, { entries: 3, head: at(3).hash, broken: null })
    assert.notEqual(verdict.head, at(5).hash)
  })

  it('holds whatever was written, and breaks wherever one field is touched', async () => {
    const anything = fc.record(
      { at: fc.constant(minute(1)), by: fc.string(), what: fc.string(), about: fc.string(), details: fc.object() },
      { requiredKeys: ['at', 'by', 'what', 'about'] },
    ) as fc.Arbitrary<AuditDraft>
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.string(),
        async (drafts, n, by) => {
          const chain = chainOf(drafts)
          const read = JSON.parse(JSON.stringify(chain)) as readonly AuditEntry[]
          assert.equal(await brokenIn(read), null)
          const touched = n % chain.length
          const entry = read[touched]
          if (!entry || entry.by === by) return
          assert.deepEqual(await brokenIn(read.with(touched, { ...entry, by })), { seq: touched + 1, fault: 'changed' })
        },
      ),
      runs,
    )
  })
})

describe('canonical text', () => {
  it('is the same in whatever order the keys are kept, at every depth', () => {
    assert.equal(canonical({ b: [{ d: 1, c: 2 }], a: null }), canonical({ a: null, b: [{ c: 2, d: 1 }] }))
    assert.equal(canonical({ b: 1, a: { d: [], c: 'é' } }), '{"a":{"c":"é","d":[]},"b":1}')
  })
  it('tells lists in another order apart', () => assert.notEqual(canonical([1, 2]), canonical([2, 1])))
})
