import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { openClient, openGraphAccess } from '../../../../adapters/partner-center/client.ts'
import { graphEndpointsOf } from '../../../../adapters/partner-center/endpoints.ts'
import { openFraudEvents } from '../../../../adapters/partner-center/fraud/fraud-events.ts'
import { openGraphAlerts } from '../../../../adapters/partner-center/fraud/graph-alerts.ts'
import { openRequestIds } from '../../../../adapters/partner-center/request-ids.ts'
import type { Signal } from '../../../../domain/fraud/signal.ts'
import { alertKey } from '../../../../domain/fraud/signal.ts'
import { runs } from '../../../kit/runs.ts'
import { aConfig, instantDeps, json, scriptedFetch } from '../a-lane.ts'

const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/partner-center/${name}.json`, import.meta.url), 'utf8'))

/** The real adapters, reading what is scripted. */
async function graph(...items: readonly unknown[]): Promise<readonly Signal[]> {
  const { fetch } = scriptedFetch(json({ value: items }))
  const { deps } = instantDeps({ fetch })
  const client = openClient(aConfig, deps, openGraphAccess(aConfig, deps))
  return openGraphAlerts(client, 'global', graphEndpointsOf('global')).open()
}

async function events(...items: readonly unknown[]): Promise<readonly Signal[]> {
  const { fetch } = scriptedFetch(json(items))
  return openFraudEvents(openClient(aConfig, instantDeps({ fetch }).deps), 'global', openRequestIds()).open()
}

const feeds = { graph, events }

describe('what a feed of fraud says', () => {
  it('of Graph, as in the facts', async () => {
    const [item] = (recorded('graph-alert') as { readonly value: readonly unknown[] }).value
    assert.deepEqual(await graph(item), [
      {
        lane: 'global',
        source: 'graph',
        id: '0a0a0a0a-7777-4eee-8ddd-121212121212',
        customer: '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a11',
        customerName: null,
        subscription: '5a5a5a5a-0001-4c4c-9d9d-aaaaaaaaaaaa',
        subscriptionName: null,
        type: 'networkConnectionsToCryptoMiningPools',
        suspicion: 'fraud',
        severity: 'high',
        confidence: 'medium',
        status: 'active',
        title: 'Mining pool traffic from a virtual machine',
        description: null,
        firstSeenAt: '2026-06-01T06:30:00.000Z',
        lastSeenAt: '2026-06-01T06:30:00.000Z',
        hits: null,
        resources: [
          {
            id: '/subscriptions/5a5a/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm7',
            kind: 'AzureResource',
          },
        ],
        country: null,
        isTest: false,
        resolvedReason: null,
        details: { ConnectionCount: '9' },
      },
    ])
  })

  it('of fraudEvents, as in the published sample: other cases, numbers as text, dates without a zone', async () => {
    const [signal] = await events(...(recorded('fraud-event-new-model') as readonly unknown[]))
    assert.deepEqual(signal, {
      lane: 'global',
      source: 'fraud-events',
      id: '5A5A5A5A-0001-4C4C-9D9D-AAAAAAAAAAAA_2edeb5b1-766f-4209-9271-3ddf27755afa',
      customer: '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a11',
      customerName: 'Harbor Lane Foods',
      subscription: '5a5a5a5a-0001-4c4c-9d9d-aaaaaaaaaaaa',
      subscriptionName: 'sample Subscription Name',
      type: 'networkConnectionsToCryptoMiningPools',
      suspicion: 'fraud',
      severity: 'medium',
      confidence: 'high',
      status: 'investigating',
      title: 'sample display name',
      description: 'sample description.',
      firstSeenAt: '2021-12-08T00:25:45.690Z',
      lastSeenAt: '2021-12-08T04:25:45.690Z',
      hits: 10,
      resources: [{ id: '\\sample\\resource\\url', kind: 'sample resource type' }],
      country: null,
      isTest: false,
      resolvedReason: null,
      details: {
        connectionCount: '31',
        vM_IP: '[\r\n "203.0.113.9"\r\n]',
        entityName: 'sampleentity',
        entityUrl: '\\sample\\entity\\url',
        serviceName: 'sampleservice',
        resourceName: 'sampleresource',
        resourceGroupName: 'sampleresourcegroup',
        catalogOfferId: 'ms-azr-17g',
        partnerCountry: 'US',
        valueAddedResellerFriendlyName: 'Sample Reseller Name',
        activityLogs: '2023-07-10T07:04:27.801Z Active > Investigating ada@partner.example',
      },
    })
  })

  it('has one key in both feeds', async () => {
    const [item] = (recorded('graph-alert') as { readonly value: readonly unknown[] }).value
    const [one, other] = [await graph(item), await events(...(recorded('fraud-event-new-model') as unknown[]))].flat()
    assert.ok(one && other)
    assert.equal(alertKey(one), alertKey(other))
  })

  const hostile: readonly (readonly [what: string, item: object, read: Partial<Signal>])[] = [
    [
      'no field but the id',
      {},
      { type: 'unknown', severity: 'unknown', status: 'unknown', firstSeenAt: null, hits: null },
    ],
    [
      'every field null',
      {
        severity: null,
        status: null,
        eventStatus: null,
        affectedResources: null,
        additionalDetails: null,
        isTest: null,
      },
      { severity: 'unknown', status: 'unknown', resources: [], details: {}, isTest: false },
    ],
    [
      'words nobody knows',
      { severity: 'apocalyptic', confidenceLevel: 'unknownFutureValue', status: 'parked', eventStatus: 'Parked' },
      { severity: 'unknown', confidence: 'unknown', status: 'unknown' },
    ],
    ['words in another case', { SEVERITY: 'HIGH', ConfidenceLevel: 'LOW' }, { severity: 'high', confidence: 'low' }],
    ['severity as a number', { severity: 3 }, { severity: 'unknown' }],
    ['a test as text', { isTest: 'True' }, { isTest: true }],
    ['a test under another name', { IsTest: 'true' }, { isTest: true }],
    ['a test as a truth', { IsTest: true }, { isTest: true }],
    ['no test, as text', { isTest: 'false' }, { isTest: false }],
    ['a count as text', { hitCount: ' 1,204 ' }, { hits: 1204 }],
    ['a count as a number', { hitCount: 7 }, { hits: 7 }],
    ['a count that is none', { hitCount: 'many' }, { hits: null }],
    ['a count below zero', { hitCount: '-3' }, { hits: null }],
    [
      'dates of year 9999 and year 1',
      { firstObserved: '9999-12-31T23:59:59.997', firstObservedDateTime: '0001-01-01T00:00:00Z' },
      { firstSeenAt: null, lastSeenAt: null },
    ],
    [
      'dates of before there was an operator',
      { firstObserved: '1970-01-01T00:00:00Z', firstObservedDateTime: '1900-01-01T00:00:00' },
      { firstSeenAt: null, lastSeenAt: null },
    ],
    [
      'ids and names of 10,000 signs',
      {
        customerTenantId: 'c'.repeat(10_000),
        subscriptionId: 's'.repeat(10_000),
        affectedResources: ['r'.repeat(10_000)],
        additionalDetails: { ['n'.repeat(10_000)]: 'v'.repeat(10_000) },
      },
      {
        customer: null,
        subscription: null,
        resources: [{ id: 'r'.repeat(2000), kind: 'unknown' }],
        details: { ['n'.repeat(100)]: 'v'.repeat(2000) },
      },
    ],
    [
      'a date that is none',
      { eventTime: '2026-02-31T99:00', detectedDateTime: 'yesterday' },
      { firstSeenAt: null, lastSeenAt: null },
    ],
    [
      'a date with an offset and seven digits',
      { eventTime: '2026-06-01T08:30:00.1234567+02:00', detectedDateTime: '2026-06-01T08:30:00.1234567+0200' },
      { firstSeenAt: '2026-06-01T06:30:00.123Z' },
    ],
    [
      'the last sighting before the first',
      {
        ...{ firstObserved: '2026-06-02T00:00:00', lastObserved: '2026-06-01T00:00:00' },
        ...{ firstObservedDateTime: '2026-06-02T00:00:00', lastObservedDateTime: '2026-06-01T00:00:00' },
      },
      { firstSeenAt: '2026-06-01T00:00:00.000Z', lastSeenAt: '2026-06-02T00:00:00.000Z' },
    ],
    [
      'resources as text, of other names, empty and twice',
      { affectedResources: '["vm1", {"resourceId":"vm2"}, {"azureResourceId":"VM1","type":"x"}, {}, null, 3, ""]' },
      {
        resources: [
          { id: 'VM1', kind: 'x' },
          { id: 'vm2', kind: 'unknown' },
        ],
      },
    ],
    [
      'no resource but its name',
      { affectedResources: [], resourceName: 'vm9', serviceName: 'Compute' },
      { resources: [{ id: 'vm9', kind: 'Compute' }] },
    ],
    [
      'a history as an array',
      { activityLogs: [{ statusFrom: 'active', statusTo: 'resolved', updatedDateTime: '2026-06-01T08:00:00Z' }, 4] },
      { details: { activityLogs: '2026-06-01T08:00:00.000Z active > resolved' } },
    ],
    [
      'a history that is broken',
      { activityLogs: '[\n{ "statusFrom": "Active", }]' },
      { details: { activityLogs: '[\n{ "statusFrom": "Active", }]' } },
    ],
    [
      'details as text',
      { additionalDetails: '{"a":1,"b":{"c":[2]},"d":null}' },
      { details: { a: '1', b: '{"c":[2]}' } },
    ],
    ['details that are none', { additionalDetails: ['a'] }, { details: {} }],
    ['a type nobody knows', { alertType: 'TokenTheft', eventType: 'TokenTheft' }, { type: 'tokenTheft' }],
    [
      'a known type in another spelling',
      { alertType: 'USAGE_ANOMALY_DETECTION', eventType: 'usage anomaly detection' },
      { type: 'usageAnomalyDetection' },
    ],
    ['a reason', { resolvedReason: 'Ignore' }, { resolvedReason: 'ignore' }],
    ['no reason', { resolvedReason: 'None' }, { resolvedReason: null }],
  ]
  for (const [name, read] of Object.entries(feeds))
    describe(`can be read by ${name}`, () => {
      for (const [what, item, expected] of hostile)
        it(what, async () => {
          const [signal] = await read({ id: 'a', eventId: 'a', ...item })
          assert.ok(signal)
          for (const [field, value] of Object.entries(expected))
            // Each feed has its own further names; only what was handed in is compared.
            if (field === 'details') assert.deepEqual(among(signal.details, value as object), value)
            else assert.deepEqual(signal[field as keyof Signal], value, field)
        })

      it('an item without an id, with what can be read, and the same at the next reading', async () => {
        const item = { customerTenantId: 'ABC', severity: 'high', alertType: 'x', eventType: 'x' }
        const [signal] = await read(item)
        assert.ok(signal)
        assert.deepEqual([signal.type, signal.customer, signal.severity], ['unreadable', 'abc', 'high'])
        assert.equal((await read(item))[0]?.id, signal.id)
      })

      it('two items whose ids of 10,000 signs begin alike', async () => {
        const long = (end: string) => ({ id: 'i'.repeat(10_000) + end, eventId: 'i'.repeat(10_000) + end })
        const found = await read(long('a'), long('b'))
        assert.deepEqual(
          found.map(({ type, id }) => [type, id.length < 100]),
          [
            ['unreadable', true],
            ['unreadable', true],
          ],
        )
      })

      for (const id of ['..', '.', '\ud800'])
        it(`an item whose id is ${JSON.stringify(id)}, which no address can name`, async () => {
          const [signal] = await read({ id, eventId: id, customerTenantId: id, subscriptionId: id })
          assert.equal(signal?.type, 'unreadable')
          assert.notEqual(signal.id, id)
          assert.deepEqual([signal.customer, signal.subscription], [null, null])
        })

      for (const item of [null, 'text', 7, [], true])
        it(`an item that is ${JSON.stringify(item)}, beside one that is sound`, async () => {
          const found = await read(item, { id: 'a', eventId: 'a' })
          assert.deepEqual(found.map(({ type }) => type).sort(), ['unknown', 'unreadable'])
        })

      it('newest first, those without a date last', async () => {
        const at = (id: string, time?: string) => ({ id, eventId: id, eventTime: time, detectedDateTime: time })
        const found = await read(at('none'), at('old', '2026-06-01T00:00:00'), at('new', '2026-06-02T00:00:00'))
        assert.deepEqual(
          found.map(({ id }) => id),
          ['new', 'old', 'none'],
        )
      })

      it('however broken one item is, all others stay, and what is read survives JSON', async () => {
        const names = [
          'id',
          'eventId',
          'severity',
          'activityLogs',
          'affectedResources',
          'additionalDetails',
          'hitCount',
        ]
        const broken = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...names), fc.jsonValue()))
        await fc.assert(
          fc.asyncProperty(fc.array(broken, { maxLength: 5 }), async (items) => {
            const found = await read(...items, { id: 'sound', eventId: 'sound', severity: 'low' })
            assert.ok(found.some(({ id, severity }) => id === 'sound' && severity === 'low'))
            assert.deepEqual(JSON.parse(JSON.stringify(found)), found)
          }),
          runs,
        )
      })
    })
})

function among(details: Readonly<Record<string, string>>, wanted: object) {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name in wanted))
}
