import assert from 'node:assert/strict'
import { promiseKeeper } from '../../bot/keep-promise.ts'
import { createTalks } from '../../bot/talk-of.ts'
import type { Order, OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import type { Save } from '../../domain/ports/desk-store.ts'
import { cardId } from '../../domain/cases/placed-card.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import { OutsideFault, type FaultKind } from '../../domain/shared/outside-fault.ts'
import { later } from '../../domain/shared/time.ts'
import { accountKey } from '../../domain/staff/staff.ts'
import { aPendingResumption, aPendingSuspension, aRoleChange, aTicket, morning, wang } from '../kit/builders.ts'
import { aPagerCall } from '../kit/paging.ts'
import { imports as importRecords } from '../contracts/desk-store.samples.ts'
import { openScreens, type Screens } from '../kit/screens.ts'
import { anOpenDesk, type AnOpenDesk } from './an-open-desk.ts'

const place = wang.accounts.map(accountKey)[0] ?? ''

const alarm = { what: 'second-factor-locked', staff: 'gone', until: morning } as const
const baseline = { kind: 'baseline', lane: 'china', customers: 1, unread: 0, found: [], more: 0 } as const

const call = aPagerCall()

const everyOrder: { readonly [K in Order['kind']]: Extract<Order, { readonly kind: K }> } = {
  'suspend-subscription': { kind: 'suspend-subscription', case: 'S-9', subscription: 'sub-1' },
  'reactivate-subscription': { kind: 'reactivate-subscription', case: 'R-9', subscription: 'sub-1' },
  'cancel-subscription': { kind: 'cancel-subscription', case: 'E-9', subscription: 'sub-1' },
  'set-budget': { kind: 'set-budget', case: 'U-9' },
  'end-renewal': { kind: 'end-renewal', case: 'E-9', subscription: 'sub-1' },
  'restore-subscription': { kind: 'restore-subscription', case: 'R-9', subscription: 'sub-1' },
  'look-by-hand': { kind: 'look-by-hand', case: 'S-9', subscription: 'sub-1' },
  'remind-by-hand': { kind: 'remind-by-hand', case: 'S-9' },
  'post-case': { kind: 'post-case', case: 'S-9', askedIn: null },
  'remind-case': { kind: 'remind-case', case: 'S-9' },
  'post-card': { kind: 'post-card', case: 'S-9', place, reminder: false },
  'expire-case': { kind: 'expire-case', case: 'S-9' },
  'escalate-case': { kind: 'escalate-case', case: 'S-9' },
  'call-approvers': { kind: 'call-approvers', case: 'S-9' },
  'update-cards': { kind: 'update-cards', case: 'S-9' },
  'update-card': { kind: 'update-card', case: 'S-9', card: 'card-9' },
  'tell-thread': { kind: 'tell-thread', case: 'S-9', card: 'card-9' },
  'announce-newcomer': { kind: 'announce-newcomer', account: 'teams:partner/gone' },
  'post-newcomer': { kind: 'post-newcomer', account: 'teams:partner/gone', place },
  'raise-alarm': { kind: 'raise-alarm', alarm },
  'post-alarm': { kind: 'post-alarm', alarm, place: 'teams:partner/gone' },
  'announce-news': { kind: 'announce-news', news: baseline },
  'post-news': { kind: 'post-news', news: baseline, place },
  'mail-ticket': { kind: 'mail-ticket', case: 'PD-9', part: 0 },
  'change-ticket': { kind: 'change-ticket', case: 'PD-9', number: 1 },
  'mail-reminder': { kind: 'mail-reminder', reminder: 'gone/reminder', mark: 'gone' },
  'tell-reminder': { kind: 'tell-reminder', reminder: 'gone/reminder', place },
  'report-verdict': { kind: 'report-verdict', case: 'F-9' },
  'tell-delivery': { kind: 'tell-delivery', case: 'F-9', place },
  'follow-verdict': { kind: 'follow-verdict', case: 'F-9' },
  'note-act': { kind: 'note-act', case: 'S-9' },
  'escalate-alert': { kind: 'escalate-alert', case: 'F-9', step: 1 },
  'review-holds': { kind: 'review-holds', lane: 'china', customer: 'gone', reason: 'fraud' },
  'post-review': { kind: 'post-review', lane: 'china', customer: 'gone', reason: 'fraud', place },
  'post-link': { kind: 'post-link', link: 'gone', place },
  'refresh-lane': { kind: 'refresh-lane', lane: 'china' },
  'follow-event': { kind: 'follow-event', event: 'no-such-event' },
  'probe-lane': { kind: 'probe-lane', case: 'X-9' },
  'tidy-links': { kind: 'tidy-links' },
  page: { kind: 'page', call },
  'page-by': { kind: 'page-by', call, way: 'mail', alarmed: false },
  'tell-agreement': { kind: 'tell-agreement', agreement: 'A-9', staff: 'gone' },
  'recheck-debt': { kind: 'recheck-debt', customer: null },
  'tell-staff': { kind: 'tell-staff', case: 'S-9', staff: 'gone' },
}

describe('a promise', () => {
  let open: AnOpenDesk
  let screens: Screens
  let keep: ReturnType<typeof promiseKeeper>

  beforeEach(async () => {
    open = await anOpenDesk([wang])
    screens = openScreens()
    const talks = createTalks(open, null)
    keep = promiseKeeper({
      writeMail: () => Promise.reject(new Error('no mail is written here')),
      desk: open.desk,
      messengers: { teams: screens.messenger },
      placesOf: open.placesOf,
      rosters: {},
      talkFor: (where) => talks.ofPlace(where),
    })
    await open.desk.cards.meet({
      place,
      channel: 'teams',
      kind: 'personal',
      name: 'Wang',
      locale: null,
      reference: {},
      dead: false,
    })
  })

  const promised = async (order: Order, save: readonly Save[] = []): Promise<OutboxEntry> => {
    const entry: OutboxEntry = { id: 'a', order, dueAt: morning, attempts: 0 }
    await open.store.commit({ outbox: [entry], save })
    return entry
  }
  const left = async () => (await open.store.takeDue(morning, 10)).map(({ order }) => order.kind)

  // News is about nothing that could be gone, and whoever is on duty is called whatever became of the case.
  const {
    'announce-news': announced,
    'post-news': posted,
    page: called,
    'page-by': calledByMail,
    ...aboutSomething
  } = everyOrder

  for (const order of Object.values(aboutSomething)) {
    it(`to ${order.kind} is kept by doing nothing once its subject is gone`, async () => {
      await keep(await promised(order))
      assert.deepEqual(await left(), [])
      assert.deepEqual(screens.messages, [])
      assert.deepEqual(open.operator.calls, [])
    })
  }

  it('to announce news is kept by ordering it for each place, and that by saying it', async () => {
    await keep(await promised(announced))
    const [entry] = await open.store.takeDue(morning, 10)
    assert.deepEqual(entry?.order, posted)
    await keep(entry)
    assert.deepEqual(
      screens.messages.map(({ reply }) => reply.title),
      ['Baseline of 21Vianet'],
    )
    assert.deepEqual(await left(), [])
  })

  for (const order of [called, calledByMail]) {
    it(`to ${order.kind} is kept by telling administrators where nobody can be called`, async () => {
      await keep(await promised(order))
      assert.deepEqual(await left(), ['raise-alarm'])
      assert.deepEqual(screens.messages, [])
    })
  }

  const suspension = aPendingSuspension()
  const kept: Save = { kind: 'suspension', id: suspension.id, value: suspension, basedOn: null }

  it('to post a card is kept once, though it is tried twice', async () => {
    const entry = await promised({ kind: 'post-card', case: 'S-1', place, reminder: false }, [kept])
    await keep(entry)
    await keep(entry)
    assert.equal(screens.messages.length, 1)
    assert.deepEqual(await left(), ['update-cards'])
  })

  it('to post a card is kept by another try when the chat is down, and by then once', async () => {
    const entry = await promised({ kind: 'post-card', case: 'S-1', place, reminder: false }, [kept])
    const { messenger } = screens
    const post = messenger.post.bind(messenger)
    messenger.post = () => Promise.reject(new Error('down'))
    await assert.rejects(keep(entry), /down/)
    assert.equal((await open.store.backlog()).waiting, 1)
    messenger.post = post
    await keep(entry)
    assert.equal(screens.messages.length, 1)
  })

  describe('in a channel', () => {
    const channel = 'teams:partner/#collections'
    let readers: () => Promise<boolean>
    beforeEach(async () => {
      readers = async () => false
      const talks = createTalks(open, null)
      keep = promiseKeeper({
        writeMail: () => Promise.reject(new Error('no mail is written here')),
        desk: open.desk,
        messengers: { teams: screens.messenger },
        placesOf: open.placesOf,
        rosters: { teams: { membership: async () => 'member', hasOutsiders: () => readers() } },
        talkFor: (where) => talks.ofPlace(where),
      })
      const here = { place: channel, channel: 'teams', kind: 'channel', name: '#collections' } as const
      await open.desk.cards.meet({ ...here, locale: null, reference: {}, dead: false })
    })
    const toPost: Order = { kind: 'post-card', case: 'S-1', place: channel, reminder: false }
    const fault = (kind: FaultKind) => () => Promise.reject(new OutsideFault({ service: 'teams', kind }))

    it('to post a card waits until the chat says who reads there', async () => {
      const entry = await promised(toPost, [kept])
      readers = fault('unreachable')
      await assert.rejects(keep(entry), OutsideFault)
      assert.deepEqual([screens.messages.length, (await open.store.backlog()).waiting], [0, 1])
      readers = async () => false
      await keep(entry)
      assert.equal(screens.messages.length, 1)
    })

    it('to post a card goes to the people where the chat does not let the desk look', async () => {
      readers = fault('refused')
      await keep(await promised(toPost, [kept]))
      assert.equal((await open.desk.cards.address(channel))?.dead, true)
      assert.deepEqual(await left(), ['post-card'])
    })

    const deed = (what: string) => ({ at: morning, by: 'wang', what, about: 'S-1' })
    const standing = { case: 'S-1', place: channel, message: 'm-1', shown: 1 }
    const toTell: Order = { kind: 'tell-thread', case: 'S-1', card: cardId(standing) }
    const threadOwes = async (...deeds: readonly string[]) => {
      await open.desk.cards.posted(null, standing)
      await open.store.commit({ audit: deeds.map(deed), save: [kept] })
      return promised(toTell)
    }

    it('to tell a thread repeats no line when a later one does not get through', async () => {
      const entry = await threadOwes('suspension.questioned', 'suspension.answered', 'suspension.withdrawn')
      const lines: string[] = []
      let fails = true
      screens.messenger.reply = async (_at, message, reply) => {
        if (fails && lines.length === 1) throw new OutsideFault({ service: 'teams', kind: 'throttled' })
        lines.push(`${message}: ${plain(reply)}`)
      }
      await assert.rejects(keep(entry), OutsideFault)
      fails = false
      await keep(entry)
      assert.deepEqual(
        lines.map((line) => line.replace(/^m-1: .+ · /u, '')),
        ['Wang asked a question.', 'Wang answered the question.', 'Wang withdrew it.'],
      )
      assert.equal((await open.store.get('card', cardId(standing)))?.value.told, 3)
    })

    it('to tell a thread that is gone tells nobody, and is kept', async () => {
      const entry = await threadOwes('suspension.questioned', 'suspension.answered')
      screens.messenger.reply = fault('not-found')
      await keep(entry)
      assert.equal((await open.store.get('card', cardId(standing)))?.value.told, 2)
      assert.equal((await left()).includes('tell-thread'), false)
    })
  })

  it('to end a suspension nobody decided ends it', async () => {
    open.time = suspension.expiresAt
    await keep(await promised({ kind: 'expire-case', case: 'S-1' }, [kept]))
    assert.equal((await open.store.get('suspension', 'S-1'))?.value.status, 'expired')
    assert.equal((await left()).includes('expire-case'), false)
  })

  it('to end a resumption nobody decided ends it', async () => {
    const value = aPendingResumption()
    open.time = value.expiresAt
    await keep(
      await promised({ kind: 'expire-case', case: value.id }, [
        { kind: 'resumption', id: value.id, value, basedOn: null },
      ]),
    )
    assert.equal((await open.store.get('resumption', value.id))?.value.status, 'expired')
  })

  it('to end a role change or an import nobody decided ends it', async () => {
    open.time = later(morning, 8 * 24 * 3_600_000)
    const change = aRoleChange()
    const imported = importRecords.pending
    await keep(
      await promised({ kind: 'expire-case', case: change.id }, [
        { kind: 'role-change', id: change.id, value: change, basedOn: null },
        { kind: 'ledger-import', id: imported.id, value: imported, basedOn: null },
      ]),
    )
    await keep(await promised({ kind: 'expire-case', case: imported.id }))
    assert.equal((await open.store.get('role-change', change.id))?.value.status, 'expired')
    assert.equal((await open.store.get('ledger-import', imported.id))?.value.status, 'expired')
  })

  it('to end a case that does not end by itself leaves it as it is', async () => {
    const value = aTicket()
    await keep(
      await promised({ kind: 'expire-case', case: value.id }, [
        { kind: 'service-request', id: value.id, value, basedOn: null },
      ]),
    )
    assert.deepEqual((await open.store.get('service-request', value.id))?.value, { ...value })
    assert.deepEqual(await left(), [])
  })
})
