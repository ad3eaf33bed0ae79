import assert from 'node:assert/strict'
import { openClient } from '../../../adapters/partner-center/client.ts'
import { OutsideFault, type FaultFacts, type FaultKind } from '../../../domain/shared/outside-fault.ts'
import { aConfig, instantDeps, json, scriptedFetch, type Scripted } from './a-lane.ts'

async function faultOf(answer: Scripted): Promise<FaultFacts & { readonly retryable: boolean }> {
  const { fetch } = scriptedFetch(answer)
  const client = openClient({ ...aConfig, lane: 'china' }, instantDeps({ fetch, timings: { retryWaitsMs: [] } }).deps)
  try {
    await client.call({ method: 'GET', path: 'v1/customers' })
  } catch (thrown) {
    if (thrown instanceof OutsideFault) return { ...thrown.facts, retryable: thrown.retryable }
  }
  throw new Error('no fault')
}

describe('faults of the operator', () => {
  const correlated = { 'MS-CorrelationId': 'c-1' }

  it('reads shape A, the documented one', async () => {
    const body = { code: '20002', description: 'No relationship.', data: ['x'], source: 'PartnerFD' }
    assert.deepEqual(await faultOf(json(body, 403, correlated)), {
      service: 'partner-center:china',
      kind: 'refused',
      status: 403,
      code: '20002',
      description: 'No relationship.',
      correlationId: 'c-1',
      retryable: false,
    })
  })

  it('reads shape B, with its code as a number', async () => {
    const rest = { errorName: 'x', isRetryable: false, parameters: {}, errorMessageExtended: 'InternalErrorCode=27009' }
    const fault = await faultOf(json({ code: 27009, message: 'm', description: 'The parent.', ...rest }, 409))
    assert.deepEqual([fault.kind, fault.code, fault.description], ['refused', '27009', 'The parent.'])
  })

  it('reads shape C, of throttling', async () => {
    const fault = await faultOf(json({ statusCode: 429, message: 'Slow down.' }, 429, { 'Retry-After': '30' }))
    assert.deepEqual(
      [fault.kind, fault.code, fault.description, fault.retryAfterMs],
      ['throttled', undefined, 'Slow down.', 30_000],
    )
  })

  it('reads PascalCase, a byte order mark and long words', async () => {
    const body = JSON.stringify({ Code: '800040', Description: 'no '.repeat(1000) })
    const fault = await faultOf(() => new Response(`\uFEFF${body}`, { status: 400 }))
    assert.deepEqual([fault.kind, fault.code, fault.description?.length], ['refused', '800040', 1024])
  })

  it('names its own correlation id where the answer names none', async () => {
    assert.match((await faultOf(json({}, 404))).correlationId ?? '', /^[0-9a-f-]{36}$/)
  })

  for (const [what, answer] of [
    ['no body', () => new Response(null, { status: 400 })],
    ['JSON that is no object', json('no', 400)],
    ['fields of other types', json({ code: { a: 1 }, description: 7 }, 400)],
  ] as const)
    it(`survives ${what}`, async () => {
      const fault = await faultOf(answer)
      assert.deepEqual([fault.kind, fault.status, fault.code], ['refused', 400, undefined])
    })

  // The operator says no in JSON, or in no words at all: a page is a proxy's, or of an address that is another's.
  for (const [status, kind, code] of [
    [302, 'unreachable', 'unreadable'],
    [400, 'unreachable', 'unreadable'],
    [401, 'unauthorised', undefined],
    [403, 'unreachable', 'unreadable'],
    [404, 'unreachable', 'unreadable'],
    [407, 'unreachable', 'unreadable'],
    [409, 'unreachable', 'unreadable'],
    [429, 'throttled', undefined],
    [503, 'unreachable', undefined],
  ] as const)
    it(`takes a page with ${status} for ${code ?? kind}`, async () => {
      const fault = await faultOf(() => new Response('\n<!DOCTYPE html><title>Blocked</title>', { status }))
      assert.deepEqual([fault.kind, fault.status, fault.code], [kind, status, code])
    })

  // facts/partner-center 6.6 and 3
  const table: readonly (readonly [status: number, codes: readonly number[], kind: FaultKind])[] = [
    [400, [2001, 2006, 2011, 800002, 800040, 800091, 800093, 800096, 900117, 900213, 900118, 900311], 'refused'],
    [400, [900277, 900279, 900280, 2055, 800082], 'busy'],
    [401, [400, 800001, 900420], 'unauthorised'],
    [403, [2032, 900150, 900308, 900309, 800039, 900329], 'unauthorised'],
    [403, [20002, 900159, 800073, 800074, 800075, 900115, 900416], 'refused'],
    [404, [20003, 60003, 800111], 'not-found'],
    [409, [800060, 800082, 900278], 'busy'],
    // 6.3: an inactive parent stays so until somebody brings it back; an order in progress and a renewal pass.
    [409, [27009], 'refused'],
    [417, [0], 'refused'],
    [408, [0], 'unreachable'],
    [500, [0], 'unreachable'],
    [503, [0], 'unreachable'],
  ]
  for (const [status, codes, kind] of table)
    for (const code of codes)
      it(`${status} ${code} is ${kind}`, async () => {
        const fault = await faultOf(json({ code: String(code), description: '' }, status))
        assert.equal(fault.kind, kind)
        assert.equal(fault.retryable, ['busy', 'throttled', 'unreachable'].includes(kind))
      })

  for (const code of ['constructor', 'toString', '__proto__'])
    it(`knows nothing of a code called ${code}`, async () => {
      const body = () => new Response(`{"code":"${code}","description":"x"}`, { status: 403 })
      assert.equal((await faultOf(body)).kind, 'refused')
    })

  it('takes a 409 nobody explains for a renewal under way', async () => {
    assert.equal((await faultOf(() => new Response(null, { status: 409 }))).kind, 'busy')
  })

  for (const [header, ms] of [
    ['120', 120_000],
    ['Tue, 31 Mar 2026 06:01:00 GMT', 60_000],
    ['Tue, 31 Mar 2026 05:00:00 GMT', 0],
    ['9999999', 3_600_000],
    ['99999999999999999999', 3_600_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
    ['whenever', undefined],
    ['-5', undefined],
  ] as const)
    it(`Retry-After ${header}`, async () => {
      assert.equal((await faultOf(json({}, 429, { 'Retry-After': header }))).retryAfterMs, ms)
    })
})
