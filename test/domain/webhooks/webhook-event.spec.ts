import assert from 'node:assert/strict'
import { later, type Instant } from '../../../domain/shared/time.ts'
import {
  copiesUntil,
  copyKey,
  customerIn,
  eventKind,
  isOutOfTime,
  wantedEvents,
  type WebhookNotice,
} from '../../../domain/webhooks/webhook-event.ts'

const now: Instant = '2026-06-02T11:00:00.000Z'
const contoso = '1f0b7a52-3a0e-4f7e-9a51-6f2f6c7d0a11'
const aNotice = (over: Partial<WebhookNotice> = {}): WebhookNotice => ({
  name: 'subscription-updated',
  resource: `https://api.partnercenter.microsoft.com/webhooks/v1/customers/${contoso}/subscriptions/c0ffee00`,
  audit: 'https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/one',
  changedAt: now,
  ...over,
})
const days = 86_400_000

describe("an operator's event", () => {
  for (const [name, kind] of [
    ['azure-fraud-event-detected', 'fraud'],
    ['AZURE-FRAUD-EVENT-DETECTED', 'fraud'],
    ['subscription-updated', 'subscription'],
    ['usagerecords-thresholdExceeded', 'usage-threshold'],
    ['usagerecords-thresholdexceeded', 'usage-threshold'],
    ['test-created', 'test'],
    ['invoice-ready', 'irrelevant'],
    ['new-commerce-migration-schedule-failed', 'irrelevant'],
    ['subscription-active', 'unknown'],
    ['toString', 'unknown'],
    ['__proto__', 'unknown'],
  ] as const)
    it(`${name} is of the kind ${kind}`, () => assert.equal(eventKind(name), kind))

  it('is wanted only where the desk knows what to do about it', () => {
    assert.deepEqual(wantedEvents.map(eventKind), ['fraud', 'subscription', 'usage-threshold', 'test'])
  })

  for (const [what, resource, customer] of [
    ['the documented form', aNotice().resource, contoso],
    ['capitals', `https://api/v1/CUSTOMERS/${contoso.toUpperCase()}`, contoso],
    ['a query behind it', `https://api/v1/customers/${contoso}?x=1`, contoso],
    ['another host, which is never asked', `https://evil.example/v1/customers/${contoso}/usagesummary`, contoso],
    ['no customer', 'https://api/v1/fraudEvents?EventStatus=Active', null],
    ['what is no id', 'https://api/v1/customers/../../etc', null],
    ['more than an id', `https://api/v1/customers/${contoso}0/x`, null],
    ['nothing', null, null],
  ] as const)
    it(`names its customer in ${what}`, () => assert.equal(customerIn(resource), customer))

  for (const [what, changedAt, out] of [
    ['of now', now, false],
    ['two days late', later(now, -2 * days), false],
    ['a week late', later(now, -7 * days), false],
    ['more than a week late', later(now, -7 * days - 1), true],
    ['of a clock that is ahead', later(now, 600_000), false],
    ['of the future', later(now, 600_001), true],
    ['of the year 9999', '9999-12-31T23:59:59.997Z', true],
    ['without a date', null, false],
  ] as const)
    it(`${what} is ${out ? 'refused' : 'taken'}`, () => assert.equal(isOutOfTime(aNotice({ changedAt }), now), out))

  it('is known as a copy for as long as a copy would be let in', () => {
    const ahead = later(now, 600_000)
    for (const changedAt of [null, later(now, -6 * days), ahead]) {
      const until = copiesUntil({ changedAt, receivedAt: now })
      if (changedAt !== null) assert(isOutOfTime(aNotice({ changedAt }), until), changedAt)
    }
  })

  describe('has copies, which', () => {
    const key = (over: Partial<WebhookNotice> = {}, at = now, lane: 'global' | 'us-government' = 'global') =>
      copyKey(lane, aNotice(over), at)

    it('name the same audit record', () => {
      assert.equal(key(), key({ name: 'Subscription-Updated', resource: null, changedAt: null }, later(now, days)))
      assert.notEqual(key(), key({ audit: 'https://another' }))
      assert.notEqual(key(), key({ name: 'test-created' }))
      assert.notEqual(key(), key({}, now, 'us-government'))
    })

    it('or without one, the same change at the same time', () => {
      const own = { audit: null }
      assert.equal(key(own), key(own, later(now, days)))
      assert.notEqual(key(own), key({ ...own, changedAt: later(now, 1) }))
      assert.notEqual(key(own), key({ ...own, resource: 'https://another' }))
    })

    it('or with nothing to tell them by, come within the same minute', () => {
      const bare = { audit: null, changedAt: null, resource: null }
      assert.equal(key(bare), key(bare, later(now, 59_999)))
      assert.notEqual(key(bare), key(bare, later(now, 60_000)))
    })
  })
})
