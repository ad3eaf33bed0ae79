import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { openPartnerCenterLane } from '../../../adapters/partner-center/partner-center-lane.ts'
import type { SwitchChange } from '../../../adapters/simulators/partner-center/switches.ts'
import type { PartnerCenterSimulator } from '../../../adapters/simulators/partner-center-simulator.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aSeed, aSimulator, aSubscription, harbor, seats, standingClock, stopSimulators } from '../simulators/a-seed.ts'
import { aConfig, anotherIntent, instantDeps, intent, json, laneAt, scriptedFetch } from './a-lane.ts'

const fields = {
  scheduledNextTermInstructions: { product: { productId: 'CFQ7' }, quantity: 30 },
  nextChargeInstructions: { product: { productId: 'CFQ7' }, quantity: 25 },
  somethingNobodyTold: { Us: ['of', 1, null, { deep: true }] },
}

/** The client on a simulator with one subscription, and what goes over the wire between them. */
async function desk(soldAs: 'new-commerce' | 'legacy' | 'azure-plan' | '21vianet', switches: SwitchChange = {}) {
  const seed = aSeed([aSubscription({ soldAs, fields })])
  const simulator = await aSimulator({ seed, switches, lane: soldAs === '21vianet' ? 'china' : 'global' })
  const patches: { body: unknown; ifMatch: string | null; id: string | null }[] = []
  const reads: unknown[] = []
  const before = { patch: async (): Promise<void> => undefined }
  const watched: typeof fetch = async (input, init) => {
    if (init?.method === 'PATCH') {
      await before.patch()
      const headers = new Headers(init.headers)
      const body: unknown = JSON.parse(typeof init.body === 'string' ? init.body : '')
      patches.push({ body, ifMatch: headers.get('If-Match'), id: headers.get('MS-RequestId') })
    }
    const response = await fetch(input, init)
    if (init?.method === 'GET') reads.push(await response.clone().json())
    return response
  }
  const clock = standingClock()
  const lane = laneAt(simulator, { fetch: watched, now: clock.now })
  return { simulator, patches, reads, before, clock, lane }
}

function held(simulator: PartnerCenterSimulator) {
  const [only] = simulator.subscriptions()
  assert.ok(only)
  return only
}

function isFault(kind: string, code: string) {
  return (thrown: unknown) => {
    assert.ok(thrown instanceof OutsideFault, String(thrown))
    assert.deepEqual([thrown.facts.kind, thrown.facts.code], [kind, code])
    return true
  }
}

describe('changing a subscription', () => {
  afterEach(stopSimulators)

  describe('sends back the whole resource', () => {
    for (const soldAs of ['new-commerce', 'legacy', '21vianet'] as const) {
      it(`exactly as it was read, but for the status (${soldAs})`, async () => {
        const { lane, patches, reads } = await desk(soldAs)
        await lane.suspend(harbor, seats, intent)
        assert.deepEqual(patches.length, 1)
        assert.deepEqual(patches[0]?.body, { ...(reads[0] as object), status: 'suspended' })
      })
    }

    it('so that nothing is lost on a legacy one', async () => {
      const { simulator, lane } = await desk('legacy')
      const before = held(simulator)
      await lane.suspend(harbor, seats, intent)
      assert.deepEqual(held(simulator), { ...before, status: 'suspended' })
      await lane.reactivate(harbor, seats, anotherIntent)
      assert.deepEqual(held(simulator), before)
    })

    it('so that new commerce loses only what the operator itself takes', async () => {
      const { simulator, lane } = await desk('new-commerce')
      const { scheduledNextTermInstructions: dropped, ...kept } = held(simulator)
      assert.ok(dropped)
      await lane.suspend(harbor, seats, intent)
      assert.deepEqual(held(simulator), { ...kept, autoRenewEnabled: false, status: 'suspended' })
      await lane.reactivate(harbor, seats, anotherIntent)
      assert.deepEqual(held(simulator), { ...kept, autoRenewEnabled: false, status: 'active' })
    })

    it('in the operator’s own case', async () => {
      const url = new URL('../../fixtures/partner-center/subscription-legacy-pascal-case.json', import.meta.url)
      const resource = JSON.parse(readFileSync(url, 'utf8')) as { Id: string }
      const { fetch, said } = scriptedFetch(json(resource))
      await openPartnerCenterLane(aConfig, instantDeps({ fetch }).deps).suspend(harbor, resource.Id, intent)
      assert.deepEqual(JSON.parse(said[1]?.body ?? ''), { ...resource, Status: 'suspended' })
      assert.equal(said[1]?.headers.get('If-Match'), '"eyJsZWdhY3kiOjF9"')
    })
  })

  describe('sends If-Match exactly where a tag was given', () => {
    for (const [soldAs, entityTags, sent] of [
      ['new-commerce', 'not-new-commerce', false],
      ['legacy', 'not-new-commerce', true],
      ['new-commerce', 'everywhere', true],
      ['legacy', 'nowhere', false],
    ] as const) {
      it(`${soldAs}, tags ${entityTags}`, async () => {
        const { simulator, lane, patches } = await desk(soldAs, { entityTags })
        await lane.suspend(harbor, seats, intent)
        assert.equal(simulator.transitions().length, 1)
        assert.match(String(patches[0]?.ifMatch), sent ? /^"[^"]+"$/ : /^null$/)
      })
    }

    it('and leaves a tag alone that is quoted already', async () => {
      const resource = { id: seats, status: 'active', attributes: { etag: '"q"' } }
      const { fetch, said } = scriptedFetch(json(resource))
      await openPartnerCenterLane(aConfig, instantDeps({ fetch }).deps).suspend(harbor, seats, intent)
      assert.equal(said[1]?.headers.get('If-Match'), '"q"')
    })
  })

  describe('with a stale tag', () => {
    for (const requestMemory of ['every-answer', 'successes', 'none'] as const) {
      it(`reads and asks once more, under a follow-up of the intent (memory: ${requestMemory})`, async () => {
        const { simulator, lane, patches, before } = await desk('legacy', { requestMemory })
        before.patch = async () => (patches.length === 0 ? simulator.advance(60_001) : undefined)
        await lane.suspend(harbor, seats, intent)
        assert.equal(simulator.transitions().length, 1)
        assert.equal(patches.length, 2)
        assert.equal(patches[0]?.id, intent)
        assert.notEqual(patches[1]?.id, intent)
      })
    }

    it('gives up for now when it is stale again', async () => {
      const { simulator, lane, patches, before } = await desk('legacy')
      before.patch = async () => simulator.advance(60_001)
      await assert.rejects(lane.suspend(harbor, seats, intent), isFault('busy', '2055'))
      assert.equal(patches.length, 2)
      before.patch = async () => undefined
      await lane.suspend(harbor, seats, intent)
      assert.equal(simulator.transitions().length, 1)
    })

    it('finds that somebody else has done it', async () => {
      const { simulator, lane, patches, before } = await desk('legacy')
      before.patch = async () => simulator.flip({ customer: harbor, subscription: seats, status: 'suspended' })
      await lane.suspend(harbor, seats, intent)
      assert.equal(patches.length, 1)
    })
  })

  describe('when the answer is lost after the operator has acted', () => {
    for (const soldAs of ['new-commerce', 'legacy'] as const)
      for (const requestMemory of ['every-answer', 'successes', 'none'] as const)
        it(`asks again under the same id and acts once (${soldAs}, memory: ${requestMemory})`, async () => {
          const { simulator, lane, patches } = await desk(soldAs, { requestMemory })
          simulator.fault({ method: 'PATCH', when: 'after', then: { kind: 'drop' } })
          await lane.suspend(harbor, seats, intent)
          assert.deepEqual(
            patches.map(({ id }) => id),
            [intent, intent],
          )
          assert.deepEqual(
            simulator.transitions().map(({ to, requestId }) => [to, requestId]),
            [['suspended', intent]],
          )
        })

    it('answers a 5xx that was carried out in the same way', async () => {
      const { simulator, lane, patches } = await desk('new-commerce')
      simulator.fault({ method: 'PATCH', when: 'after', then: { kind: 'error', status: 504 } })
      await lane.suspend(harbor, seats, intent)
      assert.deepEqual([patches.length, simulator.transitions().length], [2, 1])
    })

    it('acts once where nothing had been carried out', async () => {
      const { simulator, lane, patches } = await desk('new-commerce')
      simulator.fault({ method: 'PATCH', then: { kind: 'drop' } })
      await lane.suspend(harbor, seats, intent)
      assert.deepEqual([patches.length, simulator.transitions().length], [2, 1])
    })

    it('takes a 202 for an answer, also when it is given again', async () => {
      const { simulator, lane } = await desk('new-commerce', { changes: 'later' })
      simulator.fault({ method: 'PATCH', when: 'after', then: { kind: 'drop' } })
      await lane.suspend(harbor, seats, intent)
      assert.equal((await lane.subscription(harbor, seats)).status, 'active')
    })
  })

  it('keeps its id over a long Retry-After', async () => {
    const { simulator, lane, patches, clock } = await desk('new-commerce')
    simulator.fault({ method: 'PATCH', then: { kind: 'throttle', retryAfterSeconds: 60 } })
    await assert.rejects(lane.suspend(harbor, seats, intent), (thrown) => {
      assert.ok(thrown instanceof OutsideFault)
      assert.deepEqual([thrown.facts.kind, thrown.facts.retryAfterMs], ['throttled', 60_000])
      return true
    })
    clock.move(60_000)
    await lane.suspend(harbor, seats, intent)
    assert.deepEqual(
      patches.map(({ id }) => id),
      [intent, intent],
    )
  })

  it('after a refusal takes a follow-up, which an operator that repeats its refusals still hears', async () => {
    const { simulator, lane, patches } = await desk('new-commerce', { requestMemory: 'every-answer' })
    simulator.condition(harbor, 'locked')
    await assert.rejects(lane.suspend(harbor, seats, intent), isFault('refused', '900416'))
    simulator.condition(harbor, 'sound')
    await lane.suspend(harbor, seats, intent)
    assert.equal(patches[0]?.id, intent)
    assert.equal(new Set(patches.map(({ id }) => id)).size, 2)
    assert.equal(simulator.transitions().length, 1)
  })

  it('after a start of the process the first refusal is heard again, and then the follow-up counts', async () => {
    const { simulator, lane } = await desk('new-commerce', { requestMemory: 'every-answer' })
    simulator.condition(harbor, 'locked')
    await assert.rejects(lane.suspend(harbor, seats, intent), isFault('refused', '900416'))
    simulator.condition(harbor, 'sound')
    const restarted = laneAt(simulator)
    await assert.rejects(restarted.suspend(harbor, seats, intent), isFault('refused', '900416'))
    await restarted.suspend(harbor, seats, intent)
    assert.equal(simulator.transitions().length, 1)
  })

  it('says the refusal of the rules', async () => {
    for (const [condition, code] of [
      ['locked', '900416'],
      ['under-review', '800073'],
      ['no-relationship', '20002'],
    ] as const) {
      const { simulator, lane } = await desk('azure-plan')
      simulator.condition(harbor, condition)
      await assert.rejects(lane.suspend(harbor, seats, intent), isFault('refused', code))
      assert.deepEqual(simulator.transitions(), [])
    }
  })

  it('changes nothing when the operator shows another subscription', async () => {
    const { fetch, said } = scriptedFetch(json({ id: 'another', status: 'active' }))
    const lane = openPartnerCenterLane(aConfig, instantDeps({ fetch }).deps)
    await assert.rejects(lane.suspend(harbor, seats, intent), isFault('unreachable', 'unreadable'))
    assert.deepEqual(
      said.map(({ method }) => method),
      ['GET'],
    )
  })

  describe('with a success that is not the subscription', () => {
    const active = json({ id: seats, status: 'active' })
    for (const [what, answer] of [
      ['a page', () => new Response('<html>Welcome to the guest network</html>')],
      ['nothing', () => new Response('')],
      ['no content', () => new Response(null, { status: 204 })],
      ['JSON of another kind', json({ ok: true })],
      ['another subscription', json({ id: 'another', status: 'suspended' })],
    ] as const)
      it(`${what}: nobody knows what was done, so it looks, and calls again under the same id`, async () => {
        const { fetch, said } = scriptedFetch(active, answer, active, json({ id: seats, status: 'suspended' }))
        const lane = openPartnerCenterLane(aConfig, instantDeps({ fetch }).deps)
        await assert.rejects(lane.suspend(harbor, seats, intent), isFault('unreachable', 'unreadable'))
        await lane.suspend(harbor, seats, intent)
        assert.deepEqual(
          said.map(({ method }) => method),
          ['GET', 'PATCH', 'GET', 'PATCH'],
        )
        assert.deepEqual(
          said.filter(({ method }) => method === 'PATCH').map(({ headers }) => headers.get('MS-RequestId')),
          [intent, intent],
        )
      })
  })

  for (const id of ['..', '.', '']) {
    it(`takes ${JSON.stringify(id)} for no id`, async () => {
      const { fetch, said } = scriptedFetch(json({ items: [] }))
      const lane = openPartnerCenterLane(aConfig, instantDeps({ fetch }).deps)
      await assert.rejects(lane.subscriptions(id), /not an id/)
      await assert.rejects(lane.suspend(harbor, id, intent), /not an id/)
      assert.deepEqual(said, [])
    })
  }

  it('keeps an id with a slash inside its own segment', async () => {
    const { fetch, said } = scriptedFetch(json({ items: [] }))
    await openPartnerCenterLane(aConfig, instantDeps({ fetch }).deps).subscriptions('../x?a#b')
    assert.equal(said[0]?.url.pathname, '/v1/customers/..%2Fx%3Fa%23b/subscriptions')
  })
})
