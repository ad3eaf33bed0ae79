import assert from 'node:assert/strict'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import { StaleWrite } from '../../domain/ports/desk-store.ts'
import { aPagerCall } from '../kit/paging.ts'
import { minute, promise } from './desk-store.samples.ts'
import type { Subject } from './desk-store.subject.ts'

const ids = (entries: readonly OutboxEntry[]) => entries.map(({ id }) => id)

export function describeOutbox(subject: Subject): void {
  it('is empty at first', async () => {
    assert.deepEqual(await subject.store.takeDue(minute(59), 10), [])
    assert.deepEqual(await subject.store.backlog(), { waiting: 0, earliestDue: null, stuck: 0 })
  })

  it('gives what is due, earliest first, never more than asked for', async () => {
    await subject.store.commit({ outbox: [promise('c', minute(3)), promise('a', minute(1)), promise('d', minute(4))] })
    await subject.store.commit({ outbox: [promise('b', minute(2))] })
    await subject.restart()
    assert.deepEqual(await subject.store.takeDue(minute(3), 2), [promise('a', minute(1)), promise('b', minute(2))])
    assert.deepEqual(ids(await subject.store.takeDue(minute(3), 2)), ['c'])
    assert.deepEqual(await subject.store.takeDue(minute(3), 2), [])
    assert.deepEqual(ids(await subject.store.takeDue(minute(4), 2)), ['d'])
  })

  it('gives every kind of order back as it was', async () => {
    const orders: readonly OutboxEntry['order'][] = Object.values(everyOrder)
    const entries = orders.map((order, index) => ({ id: order.kind, order, dueAt: minute(index), attempts: index }))
    await subject.store.commit({ outbox: entries })
    await subject.restart()
    assert.deepEqual(await subject.store.takeDue(minute(59), 100), entries)
  })

  it('gives an entry to one taker only', async () => {
    await subject.store.commit({ outbox: Array.from({ length: 10 }, (_, at) => promise(`o-${at}`, minute(at))) })
    const hands = await Promise.all([1, 2, 3].map(() => subject.store.takeDue(minute(59), 4)))
    const taken = hands.flatMap(ids)
    assert.equal(new Set(taken).size, taken.length)
    const rest = await subject.store.takeDue(minute(59), 10)
    assert.equal(new Set([...taken, ...ids(rest)]).size, 10)
  })

  it('gives back what was released', async () => {
    await subject.store.commit({ outbox: [promise('a', minute(1)), promise('b', minute(2))] })
    await subject.store.takeDue(minute(5), 10)
    await subject.store.release('a')
    assert.deepEqual(ids(await subject.store.takeDue(minute(5), 10)), ['a'])
  })

  it('takes the release of what nobody holds without a word', async () => {
    await subject.store.commit({ outbox: [promise('a', minute(1))] })
    await subject.store.release('a')
    await subject.store.release('nothing')
    assert.deepEqual(ids(await subject.store.takeDue(minute(5), 10)), ['a'])
  })

  it('forgets what is settled, once', async () => {
    await subject.store.commit({ outbox: [promise('a', minute(1)), promise('b', minute(2))] })
    await subject.store.takeDue(minute(5), 1)
    await subject.store.commit({ settle: ['a'] })
    await subject.restart()
    assert.deepEqual(await subject.store.backlog(), { waiting: 1, earliestDue: minute(2), stuck: 0 })
    assert.deepEqual(ids(await subject.store.takeDue(minute(5), 10)), ['b'])
    await assert.rejects(subject.store.commit({ settle: ['a'] }), StaleWrite)
  })

  it('lets one of two settle the same entry', async () => {
    const { store } = subject
    await store.commit({ outbox: [promise('a', minute(1))] })
    const ends = await Promise.allSettled([store.commit({ settle: ['a'] }), store.commit({ settle: ['a'] })])
    assert.deepEqual(ends.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    for (const end of ends) assert(end.status === 'fulfilled' || end.reason instanceof StaleWrite)
  })

  it('can settle what nobody took', async () => {
    await subject.store.commit({ outbox: [promise('a', minute(1))] })
    await subject.store.commit({ settle: ['a'] })
    assert.deepEqual(await subject.store.takeDue(minute(5), 10), [])
  })

  it('tries again later what was postponed, with its new facts', async () => {
    await subject.store.commit({ outbox: [promise('a', minute(1)), promise('b', minute(2))] })
    await subject.store.takeDue(minute(5), 1)
    await subject.store.commit({ postpone: [promise('a', minute(9), 1)] })
    await subject.restart()
    assert.deepEqual(ids(await subject.store.takeDue(minute(8), 10)), ['b'])
    assert.deepEqual(await subject.store.takeDue(minute(9), 10), [promise('a', minute(9), 1)])
  })

  it('gives a postponed entry again in the same process', async () => {
    await subject.store.commit({ outbox: [promise('a', minute(1))] })
    await subject.store.takeDue(minute(1), 1)
    await subject.store.commit({ postpone: [promise('a', minute(2), 1)] })
    assert.deepEqual(await subject.store.takeDue(minute(2), 1), [promise('a', minute(2), 1)])
    assert.deepEqual(await subject.store.takeDue(minute(2), 1), [])
  })

  it('keeps a claim when the commit that would settle it fails', async () => {
    await subject.store.commit({ outbox: [promise('a', minute(1))] })
    await subject.store.takeDue(minute(1), 1)
    await assert.rejects(subject.store.commit({ settle: ['a', 'gone'] }), StaleWrite)
    assert.deepEqual(await subject.store.takeDue(minute(1), 1), [])
    await subject.store.release('a')
    assert.deepEqual(ids(await subject.store.takeDue(minute(1), 1)), ['a'])
  })

  if (subject.survives)
    it('owes after a restart what was taken before it', async () => {
      await subject.store.commit({ outbox: [promise('a', minute(1))] })
      await subject.store.takeDue(minute(1), 1)
      await subject.restart()
      assert.deepEqual(ids(await subject.store.takeDue(minute(1), 1)), ['a'])
    })

  it('counts what is owed, under way or not', async () => {
    await subject.store.commit({ outbox: [promise('b', minute(2)), promise('a', minute(1)), promise('c', minute(3))] })
    await subject.store.takeDue(minute(1), 1)
    assert.deepEqual(await subject.store.backlog(), { waiting: 3, earliestDue: minute(1), stuck: 0 })
  })

  it('counts what was tried ten times or more', async () => {
    await subject.store.commit({ outbox: [promise('a', minute(1), 9), promise('b', minute(2), 10)] })
    assert.equal((await subject.store.backlog()).stuck, 1)
    await subject.store.commit({ postpone: [promise('a', minute(3), 10)] })
    await subject.restart()
    assert.equal((await subject.store.backlog()).stuck, 2)
    await subject.store.commit({ settle: ['a', 'b'] })
    assert.equal((await subject.store.backlog()).stuck, 0)
  })

  it('is not changed by what is done to a taken entry', async () => {
    await subject.store.commit({ outbox: [promise('a', minute(1))] })
    for (const entry of await subject.store.takeDue(minute(1), 1)) {
      Reflect.set(entry, 'dueAt', minute(50))
      Reflect.set(entry.order, 'case', 'S-9')
    }
    await subject.store.release('a')
    assert.deepEqual(await subject.store.takeDue(minute(1), 1), [promise('a', minute(1))])
  })
}

const baseline = {
  kind: 'baseline',
  lane: 'china',
  customers: 214,
  unread: 2,
  found: [{ customer: 'Contoso 中国', subscription: 'Visio', difference: 'suspended-elsewhere' }],
  more: 3,
} as const

const everyOrder: {
  readonly [K in OutboxEntry['order']['kind']]: Extract<OutboxEntry['order'], { readonly kind: K }>
} = {
  'suspend-subscription': { kind: 'suspend-subscription', case: 'S-1', subscription: 'sub-1' },
  'reactivate-subscription': { kind: 'reactivate-subscription', case: 'R-1', subscription: 'sub-1' },
  'cancel-subscription': { kind: 'cancel-subscription', case: 'E-1', subscription: 'sub-1' },
  'set-budget': { kind: 'set-budget', case: 'U-1' },
  'end-renewal': { kind: 'end-renewal', case: 'E-1', subscription: 'sub-1' },
  'restore-subscription': { kind: 'restore-subscription', case: 'R-1', subscription: 'sub-1' },
  'look-by-hand': { kind: 'look-by-hand', case: 'S-1', subscription: 'sub-1' },
  'remind-by-hand': { kind: 'remind-by-hand', case: 'S-1' },
  'post-case': { kind: 'post-case', case: 'S-1', askedIn: 'teams:partner/mei' },
  'remind-case': { kind: 'remind-case', case: 'S-1' },
  'post-card': { kind: 'post-card', case: 'S-1', place: 'place-1', reminder: true, promisedAt: minute(1) },
  'expire-case': { kind: 'expire-case', case: 'S-1' },
  'escalate-case': { kind: 'escalate-case', case: 'S-1' },
  'call-approvers': { kind: 'call-approvers', case: 'S-1' },
  'update-cards': { kind: 'update-cards', case: 'S-1' },
  'update-card': { kind: 'update-card', case: 'S-1', card: 'card-1' },
  'tell-thread': { kind: 'tell-thread', case: 'S-1', card: 'card-1' },
  'announce-newcomer': { kind: 'announce-newcomer', account: 'slack:T01/U01' },
  'post-newcomer': { kind: 'post-newcomer', account: 'slack:T01/U01', place: 'place-1' },
  'raise-alarm': { kind: 'raise-alarm', alarm: { what: 'second-factor-locked', staff: 'mei', until: minute(15) } },
  'post-alarm': {
    kind: 'post-alarm',
    alarm: { what: 'second-factor-locked', staff: 'mei', until: minute(15) },
    place: 'place-1',
  },
  'announce-news': { kind: 'announce-news', news: baseline },
  'post-news': { kind: 'post-news', news: baseline, place: 'place-1' },
  'mail-ticket': { kind: 'mail-ticket', case: 'PD-1', part: 2, unanswered: true },
  'change-ticket': { kind: 'change-ticket', case: 'PD-1', number: 3 },
  'mail-reminder': { kind: 'mail-reminder', reminder: 'c-1/reminder', mark: 'm1' },
  'tell-reminder': { kind: 'tell-reminder', reminder: 'c-1/reminder', place: 'place-1' },
  'report-verdict': { kind: 'report-verdict', case: 'F-1' },
  'tell-delivery': { kind: 'tell-delivery', case: 'F-1', place: 'place-1' },
  'follow-verdict': { kind: 'follow-verdict', case: 'F-1' },
  'note-act': { kind: 'note-act', case: 'S-1' },
  'escalate-alert': { kind: 'escalate-alert', case: 'F-1', step: 2 },
  'review-holds': { kind: 'review-holds', lane: 'china', customer: 'c-1', reason: 'fraud' },
  'post-review': { kind: 'post-review', lane: 'china', customer: 'c-1', reason: 'misuse', place: 'teams:1' },
  'post-link': { kind: 'post-link', link: 'link-1', place: 'place-1' },
  'refresh-lane': { kind: 'refresh-lane', lane: 'china' },
  'follow-event': { kind: 'follow-event', event: 'no-such-event' },
  'probe-lane': { kind: 'probe-lane', case: 'X-1' },
  'tidy-links': { kind: 'tidy-links' },
  page: { kind: 'page', call: aPagerCall() },
  'page-by': {
    kind: 'page-by',
    call: aPagerCall({ kind: 'silent-feed', case: null, lane: null, severity: null }),
    way: 'webhook',
    alarmed: true,
  },
  'tell-agreement': { kind: 'tell-agreement', agreement: 'A-1', staff: 'mei' },
  'recheck-debt': {
    kind: 'recheck-debt',
    customer: null,
    undone: { import: 'L-2', since: '2025-03-31T02:00:00.000Z' },
  },
  'tell-staff': { kind: 'tell-staff', case: 'S-1', staff: 'mei' },
}
