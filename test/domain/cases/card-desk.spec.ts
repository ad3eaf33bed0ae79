import assert from 'node:assert/strict'
import { cardId } from '../../../domain/cases/placed-card.ts'
import type { Address, PlacedCard } from '../../../domain/cases/placed-card.ts'
import type { Order, OutboxEntry } from '../../../domain/outbox/outbox-entry.ts'
import { StaleWrite } from '../../../domain/ports/desk-store.ts'
import { later } from '../../../domain/shared/time.ts'
import { aDesk, type ADesk } from '../../kit/a-desk.ts'
import { aPendingSuspension, aTicket, ines, mei, morning, otto, wang } from '../../kit/builders.ts'

const wangs = 'teams:partner/wang'
const lins = 'teams:partner/lin'
const meis = 'teams:partner/mei'
const channel = '#collections'
const inTeams = { chat: 'teams', place: channel, name: channel, personal: false } as const

describe('the card desk', () => {
  let office: ADesk
  let cards: ADesk['desk']['cards']
  beforeEach(async () => {
    office = await aDesk()
    cards = office.desk.cards
    const value = aPendingSuspension()
    await office.store.commit({ save: [{ kind: 'suspension', id: 'S-1', value, basedOn: null }] })
  })

  const address = (place: string, changes: Partial<Address> = {}): Address => ({
    place,
    channel: 'teams',
    kind: place.startsWith('#') ? 'channel' : 'personal',
    name: place,
    locale: null,
    reference: { conversation: place },
    dead: false,
    ...changes,
  })
  const met = async (...places: readonly string[]) => {
    for (const place of places) await cards.meet(address(place))
  }
  const promised = async (what: Order, id = 'o-1'): Promise<OutboxEntry> => {
    const entry = { id, order: what, dueAt: morning, attempts: 0 }
    await office.store.commit({ outbox: [entry] })
    return entry
  }
  const postCase = (askedIn: string | null = null) => promised({ kind: 'post-case', case: 'S-1', askedIn })
  const spread = async (how: { askedIn?: string | null; reminder?: boolean } = {}, id = 'S-1') => {
    const { askedIn = null, reminder = false } = how
    await cards.spread(await postCase(askedIn), id, { askedIn, reminder })
    office.world.now = later(morning, 60_000)
    return (await office.due()).flatMap(({ order, dueAt }) =>
      order.kind === 'post-card' ? [{ place: order.place, reminder: order.reminder, dueAt }] : [],
    )
  }
  const places = async (...how: Parameters<typeof spread>) =>
    (await spread(...how)).map(({ place }) => place).toSorted()
  /** The suspension moves on by one version. */
  const change = async () => {
    const found = await office.store.get('suspension', 'S-1')
    const value = aPendingSuspension({ note: `version ${(found?.version ?? 0) + 1}` })
    await office.store.commit({
      save: [{ kind: 'suspension', id: 'S-1', value, basedOn: found?.version ?? null }],
    })
  }
  const card = (place: string, shown = 1, message = 'm-1'): PlacedCard => ({ case: 'S-1', place, message, shown })
  /** Keeps the refreshes that are due. */
  const refreshed = async () => {
    for (const entry of await office.due())
      if (entry.order.kind === 'update-cards') await cards.refresh(entry, entry.order.case)
  }
  const withdrawn = async () => {
    const value = { ...aPendingSuspension(), status: 'withdrawn', endedAt: morning } as const
    await office.store.commit({ save: [{ kind: 'suspension', id: 'S-1', value, basedOn: 1 }] })
  }
  const orders = async () => (await office.due()).map(({ order }) => order)
  const updates = async () =>
    (await office.due()).flatMap(({ order }) => (order.kind === 'update-card' ? [order.card] : []))

  describe('spreads a case', () => {
    it('to each person who could say yes, never to the one who asked', async () => {
      await met(wangs, lins, meis, 'teams:partner/ines')
      const value = aPendingSuspension({ askedBy: 'lin' })
      await office.store.commit({ save: [{ kind: 'suspension', id: 'S-1', value, basedOn: 1 }] })
      assert.deepEqual(await places(), [wangs])
    })

    it('one card each, in the first place where they can be reached', async () => {
      const value = { ...wang, accounts: [...wang.accounts, { channel: 'slack', tenant: 'T01', user: 'U1' } as const] }
      await office.store.commit({ save: [{ kind: 'staff', id: 'wang', value, basedOn: 1 }] })
      await met(wangs, 'slack:T01/U1')
      assert.deepEqual(await places(), [wangs])
      await cards.lose(wangs)
      assert.deepEqual(await places(), ['slack:T01/U1', wangs], 'the first promise stands, the second goes elsewhere')
    })

    it('to the routed channel only', async () => {
      await met(wangs, lins, channel)
      await office.desk.routes.set('approvals', inTeams, ines)
      assert.deepEqual(await places(), [channel])
    })

    it('to the people when the routed channel is dead, or was never met', async () => {
      await met(wangs, lins)
      await office.desk.routes.set('approvals', inTeams, ines)
      assert.deepEqual(await places(), [lins, wangs])
    })

    it('to the routed channel of each chat; one that can be reached is enough', async () => {
      await met(wangs, lins, channel, '#slack')
      await office.desk.routes.set('approvals', inTeams, ines)
      await office.desk.routes.set('approvals', { ...inTeams, chat: 'slack', place: '#slack' }, ines)
      assert.deepEqual(await places(), [channel, '#slack'].toSorted())
      const missed = async (place: string, id: string) => {
        await cards.lose(place)
        const before = (await orders()).length
        const order = { kind: 'post-card', case: 'S-1', place, reminder: false } as const
        await cards.undeliverable(await promised(order, id), order)
        return (await orders()).slice(before).flatMap((each) => (each.kind === 'post-card' ? each.place : []))
      }
      await cards.posted(null, card('#slack'))
      assert.deepEqual(await missed(channel, 'o-8'), [], 'the other channel has it')
      assert.deepEqual((await missed('#slack', 'o-9')).toSorted(), [lins, wangs])
    })

    it('leaves out places the desk has never been in, and dead ones', async () => {
      await met(wangs, lins)
      await cards.lose(lins)
      assert.deepEqual(await places(), [wangs])
      assert.equal(await cards.reaches({ topic: 'approvals', verb: 'suspend for fraud', except: null }), true)
      await cards.lose(wangs)
      assert.equal(await cards.reaches({ topic: 'approvals', verb: 'suspend for fraud', except: null }), false)
    })

    it('keeps the promise, and makes the new ones, in one commit', async () => {
      await met(wangs, lins)
      await spread()
      const commit = office.commits.at(-1)
      assert.deepEqual(commit?.settle, ['o-1'])
      assert.equal(commit?.outbox?.length, 2)
    })

    it('the place where it was asked has its card already: it is looked after a little later', async () => {
      await met(wangs, lins)
      const spreading = await spread({ askedIn: wangs })
      assert.deepEqual(
        spreading.map(({ place, dueAt }) => [place, dueAt]),
        [
          [lins, morning],
          [wangs, later(morning, 15_000)],
        ],
      )
    })

    it('a reminder goes out only while nobody has decided', async () => {
      await met(wangs)
      assert.deepEqual(
        (await spread({ reminder: true })).map(({ reminder }) => reminder),
        [true],
      )
      const questioned = { ...aPendingSuspension(), status: 'questioned' } as const
      await office.store.commit({ save: [{ kind: 'suspension', id: 'S-1', value: questioned, basedOn: 1 }] })
      const before = (await spread({ reminder: true })).length
      assert.equal(before, 2)
      const withdrawn = { ...aPendingSuspension(), status: 'withdrawn', endedAt: morning } as const
      await office.store.commit({ save: [{ kind: 'suspension', id: 'S-1', value: withdrawn, basedOn: 2 }] })
      assert.equal((await spread({ reminder: true })).length, before)
    })

    it('the first time also when somebody has decided by then: the card says so', async () => {
      await met(wangs)
      const withdrawn = { ...aPendingSuspension(), status: 'withdrawn', endedAt: morning } as const
      await office.store.commit({ save: [{ kind: 'suspension', id: 'S-1', value: withdrawn, basedOn: 1 }] })
      assert.deepEqual(await places(), [wangs])
    })

    it('a ticket without a route is posted nowhere: whoever asked has it', async () => {
      await met(wangs, lins, meis)
      await office.store.commit({ save: [{ kind: 'service-request', id: 'PD-1', value: aTicket(), basedOn: null }] })
      assert.deepEqual(await places({}, 'PD-1'), [])
    })

    it('what is not there is posted nowhere, and the promise is kept', async () => {
      await met(wangs)
      assert.deepEqual(await places({}, 'S-9'), [])
      assert.deepEqual(await places({}, 'contoso'), [])
      assert.deepEqual(await office.due(), [])
    })

    it('a newcomer to every administrator', async () => {
      await met('teams:partner/ines', 'teams:partner/otto', wangs)
      const entry = await promised({ kind: 'announce-newcomer', account: 'slack:T01/U77' })
      await cards.spreadNewcomer(entry, 'slack:T01/U77')
      assert.deepEqual(
        (await office.due()).map(({ order }) => (order.kind === 'post-newcomer' ? order.place : order.kind)).toSorted(),
        [`teams:partner/${ines.id}`, `teams:partner/${otto.id}`],
      )
    })

    it('a newcomer to the people where the last channel turned out lost', async () => {
      await met('teams:partner/ines', 'teams:partner/otto', channel, '#slack')
      await office.desk.routes.set('administration', inTeams, ines)
      await office.desk.routes.set('administration', { ...inTeams, chat: 'slack', place: '#slack' }, ines)
      const told = async (place: string, id: string) => {
        const before = (await orders()).length
        const order = { kind: 'post-newcomer', account: 'slack:T01/U77', place } as const
        await cards.undeliverableNewcomer(await promised(order, id), order)
        return (await orders()).slice(before).flatMap((each) => (each.kind === 'post-newcomer' ? each.place : []))
      }
      await cards.lose(channel)
      assert.deepEqual(await told(channel, 'o-1'), [], 'the other channel has it')
      await cards.lose('#slack')
      assert.deepEqual(await told('#slack', 'o-2'), ['teams:partner/ines', 'teams:partner/otto'])
      await cards.lose('teams:partner/otto')
      assert.deepEqual(await told('teams:partner/otto', 'o-3'), [], 'the others were told already')
    })

    it('of which another process kept the promise first spreads nothing more', async () => {
      await met(wangs)
      const entry = await postCase()
      await cards.spread(entry, 'S-1', { askedIn: null, reminder: false })
      await cards.spread(entry, 'S-1', { askedIn: null, reminder: false })
      assert.equal((await office.due()).length, 1)
    })
  })

  describe('brings cards up to date', () => {
    it('those that show an older version, and no others', async () => {
      await cards.posted(null, card(wangs))
      await cards.posted(null, card(lins))
      await change()
      await cards.posted(null, card(channel, 2))
      await cards.refresh(await promised({ kind: 'update-cards', case: 'S-1' }), 'S-1')
      assert.deepEqual(await updates(), [`S-1@${wangs}#m-1`, `S-1@${lins}#m-1`])
    })

    it('and then they are left alone', async () => {
      await cards.posted(null, card(wangs))
      await change()
      await refreshed()
      const [entry] = await office.due()
      assert(entry)
      await cards.updated(entry, `S-1@${wangs}#m-1`, 2)
      assert.deepEqual(await cards.card(`S-1@${wangs}#m-1`), card(wangs, 2))
      await cards.refresh(await promised({ kind: 'update-cards', case: 'S-1' }), 'S-1')
      assert.deepEqual(await updates(), [])
    })

    it('a case that is gone has no cards to refresh', async () => {
      await cards.refresh(await promised({ kind: 'update-cards', case: 'S-9' }), 'S-9')
      assert.deepEqual(await office.due(), [])
    })

    it('a card whose message is gone is not looked for again once the case is decided', async () => {
      await cards.posted(null, card(wangs))
      const id = cardId(card(wangs))
      await withdrawn()
      const update = { kind: 'update-card', case: 'S-1', card: id } as const
      await cards.gone(await promised(update), id)
      await cards.gone(await promised(update, 'o-2'), id)
      await cards.updated(await promised(update, 'o-3'), id, 2)
      assert.equal(await cards.card(id), null)
      await refreshed()
      assert.deepEqual(await office.due(), [])
    })

    it('one that is gone while people must decide is posted there anew, once', async () => {
      await cards.posted(null, card(wangs))
      await refreshed()
      const id = cardId(card(wangs))
      const update = { kind: 'update-card', case: 'S-1', card: id } as const
      await cards.gone(await promised(update), id)
      await cards.gone(await promised(update, 'o-2'), id)
      assert.equal(await cards.card(id), null)
      assert.deepEqual(await orders(), [{ kind: 'post-card', case: 'S-1', place: wangs, reminder: false }])
    })

    it('a case that changed while its card was on the way is shown as it is by now', async () => {
      const entry = await promised({ kind: 'post-card', case: 'S-1', place: wangs, reminder: false })
      // The card was worded from version 1; then somebody decided, and the refresh found no card yet.
      await change()
      await cards.refresh(await promised({ kind: 'update-cards', case: 'S-1' }, 'o-2'), 'S-1')
      assert.deepEqual(await updates(), [])
      await cards.posted(entry, card(wangs, 1))
      await refreshed()
      assert.deepEqual(await updates(), [`S-1@${wangs}#m-1`])
    })

    it('two updates that overtake each other end with the newer one', async () => {
      await cards.posted(null, card(wangs))
      await change()
      await change()
      const id = cardId(card(wangs))
      const older = await promised({ kind: 'update-card', case: 'S-1', card: id }, 'o-2')
      const newer = await promised({ kind: 'update-card', case: 'S-1', card: id }, 'o-3')
      await cards.updated(newer, id, 3)
      await cards.updated(older, id, 2)
      assert.equal((await cards.card(id))?.shown, 2)
      assert.deepEqual(await updates(), [id])
    })

    it('also when they are written down in the same instant', async () => {
      await cards.posted(null, card(wangs))
      await change()
      await change()
      const id = cardId(card(wangs))
      const older = await promised({ kind: 'update-card', case: 'S-1', card: id }, 'o-2')
      const newer = await promised({ kind: 'update-card', case: 'S-1', card: id }, 'o-3')
      await Promise.all([cards.updated(newer, id, 3), cards.updated(older, id, 2)])
      const shown = (await cards.card(id))?.shown
      assert.deepEqual(await updates(), shown === 3 ? [] : [id])
    })

    it('a message whose promise somebody else kept is remembered all the same: it must stay true', async () => {
      const entry = await promised({ kind: 'post-card', case: 'S-1', place: wangs, reminder: false })
      await cards.posted(entry, card(wangs, 1, 'm-1'))
      await cards.posted(entry, card(wangs, 1, 'm-2'))
      await change()
      await cards.refresh(await promised({ kind: 'update-cards', case: 'S-1' }, 'o-2'), 'S-1')
      assert.deepEqual(await updates(), [`S-1@${wangs}#m-1`, `S-1@${wangs}#m-2`])
    })

    it('posting a card keeps its promise', async () => {
      const entry = await promised({ kind: 'post-card', case: 'S-1', place: wangs, reminder: false })
      await cards.posted(entry, card(wangs))
      assert.deepEqual(office.commits.at(-1)?.settle, ['o-1'])
      assert.deepEqual(
        (await office.due()).map(({ order }) => order.kind),
        ['update-cards'],
      )
    })

    it('a card of a case that is gone is remembered, and not brought up to date', async () => {
      await cards.posted(null, { ...card(wangs), case: 'S-9' })
      await refreshed()
      assert.deepEqual(await office.due(), [])
    })

    it('a card shown again in the same message is one card', async () => {
      await cards.posted(null, card(wangs, 1))
      await change()
      await cards.posted(null, card(wangs, 2))
      assert.equal((await office.store.list('card')).length, 1)
      assert.equal((await cards.card(cardId(card(wangs))))?.shown, 2)
    })

    it('knows where a card of a case stands', async () => {
      await cards.posted(null, card(wangs))
      assert.deepEqual([await cards.stands('S-1', wangs), await cards.stands('S-1', lins)], [true, false])
      assert.equal(await cards.stands('S-2', wangs), false)
    })

    it('other trouble with the store is not taken for somebody else’s work', async () => {
      const entry = await promised({ kind: 'post-card', case: 'S-1', place: wangs, reminder: false })
      const full = office.reopened({
        store: (store) => ({ ...store, commit: () => Promise.reject(new Error('disk full')) }),
      })
      await assert.rejects(full.desk.cards.posted(entry, card(wangs)), /disk full/)
      await assert.rejects(full.desk.cards.settle(entry), /disk full/)
      const raced = office.reopened({
        store: (store) => ({ ...store, commit: () => Promise.reject(new StaleWrite('card', 'x')) }),
      })
      await assert.rejects(raced.desk.cards.gone(entry, 'x'), StaleWrite)
      await assert.rejects(raced.desk.cards.posted(entry, card(wangs)), StaleWrite)
      assert.equal((await office.due()).length, 1, 'the promise is still owed')
    })

    it('an answer is kept although an update of the same card is ordered at that moment', async () => {
      await cards.posted(null, card(wangs))
      const id = cardId(card(wangs))
      let others = 1
      const raced = office.reopened({
        store: (store) => ({
          ...store,
          async commit(commit) {
            for (; others > 0; others -= 1) {
              const found = await store.get('card', id)
              assert(found)
              const value = { ...found.value, ordered: 3 }
              await store.commit({ save: [{ kind: 'card', id, value, basedOn: found.version }] })
            }
            return store.commit(commit)
          },
        }),
      })
      await raced.desk.cards.posted(null, card(wangs, 2))
      assert.deepEqual(await cards.card(id), { ...card(wangs, 2), ordered: 3 })
    })
  })

  describe('knows how places are reached', () => {
    it('and writes only what changed', async () => {
      assert.equal(await cards.meet(address(wangs)), true)
      const before = office.commits.length
      assert.equal(await cards.meet(address(wangs)), false)
      assert.equal(office.commits.length, before)
      assert.equal(await cards.meet(address(wangs, { name: 'Wang' })), false)
      assert.equal((await cards.address(wangs))?.name, 'Wang')
    })

    it('the same address with its parts in another order is no change', async () => {
      await cards.meet(address(wangs, { reference: { a: 1, b: { c: 2, d: 3 } } }))
      const before = office.commits.length
      await cards.meet(address(wangs, { reference: { b: { d: 3, c: 2 }, a: 1 } }))
      assert.equal(office.commits.length, before)
    })

    it('two first messages at the same instant make it known once', async () => {
      const met = await Promise.all([cards.meet(address(wangs)), cards.meet(address(wangs))])
      assert.deepEqual(met.toSorted(), [false, true])
    })

    it('a place that is lost is dead until somebody writes from there', async () => {
      await met(wangs)
      await Promise.all([cards.lose(wangs), cards.lose(wangs)])
      assert.equal((await cards.address(wangs))?.dead, true)
      assert.deepEqual(await office.audited(wangs), ['place.lost by desk'])
      assert.equal(await cards.meet(address(wangs)), false)
      assert.equal((await cards.address(wangs))?.dead, false)
    })

    it('a place that is lost is looked at for each card at which people wait, in the same commit', async () => {
      await met(channel, wangs)
      await cards.posted(null, card(channel))
      await cards.posted(null, card(wangs))
      await refreshed()
      await cards.lose(channel)
      assert.deepEqual(await updates(), [cardId(card(channel))])
      assert.equal(office.commits.at(-1)?.outbox?.length, 1)
    })

    it('cards of decided cases in a lost place are left', async () => {
      await met(channel)
      await cards.posted(null, card(channel))
      await refreshed()
      await withdrawn()
      await cards.lose(channel)
      assert.deepEqual(await updates(), [])
    })

    it('loses all places of a team the desk was removed from, and no others', async () => {
      await met(channel, wangs, lins)
      await cards.loseWhere(({ place }) => place !== lins)
      const dead = await Promise.all([channel, wangs, lins].map(async (each) => (await cards.address(each))?.dead))
      assert.deepEqual(dead, [true, true, false])
      await cards.loseWhere(() => true)
      assert.deepEqual(await office.audited(channel), ['place.lost by desk'])
    })

    it('posts no case where outsiders read, until somebody writes from there', async () => {
      await met(wangs, lins, channel)
      await office.desk.routes.set('approvals', inTeams, ines)
      await Promise.all([cards.shun(channel, 'S-1'), cards.shun(channel, 'S-1')])
      assert.deepEqual(await places(), [lins, wangs])
      assert.deepEqual(await office.audited(channel), ['place.shunned by desk'])
      assert.deepEqual((await office.store.auditOf(channel)).at(-1)?.details, { case: 'S-1' })
      assert.equal((await cards.address(channel))?.dead, false)
      await met(channel)
      assert.equal((await cards.address(channel))?.outsiders, undefined)
      await cards.shun('nowhere', null)
      assert.equal(await cards.address('nowhere'), null)
    })

    it('keeps the language that was chosen for a channel, whoever writes from there', async () => {
      await met(channel, lins)
      const chosen = await cards.speakIn(channel, 'ja', ines)
      assert.equal(chosen.ok && chosen.value.language, 'ja')
      await cards.speakIn(channel, 'ja', ines)
      await met(channel)
      assert.equal((await cards.address(channel))?.language, 'ja')
      assert.deepEqual(await office.audited(channel), ['place.language-chosen by ines'])
    })

    it('refuses a language for a chat of one, for a place nobody was in, and to whoever sets no routes', async () => {
      await met(channel, lins)
      const codes = await Promise.all([
        cards.speakIn(lins, 'ja', ines),
        cards.speakIn('nowhere', 'ja', ines),
        cards.speakIn(channel, 'ja', mei),
      ])
      assert.deepEqual(
        codes.map((outcome) => (outcome.ok ? null : outcome.refusal.code)),
        ['not-a-channel', 'not-a-channel', 'not-allowed'],
      )
      assert.deepEqual(await office.audited(channel), [])
    })

    it('losing what was never known is nothing', async () => {
      await cards.lose('nowhere')
      assert.equal(await cards.address('nowhere'), null)
    })

    it('a lost channel is replaced by the people, each once', async () => {
      await met(wangs, lins, channel)
      await office.desk.routes.set('approvals', inTeams, ines)
      await cards.posted(null, card(lins))
      await refreshed()
      await cards.lose(channel)
      const order = { kind: 'post-card', case: 'S-1', place: channel, reminder: false } as const
      await cards.undeliverable(await promised(order), order)
      assert.deepEqual(
        (await office.due()).map(({ order }) => (order.kind === 'post-card' ? order.place : order.kind)),
        [wangs],
      )
    })
  })

  it('a place that is lost with nothing to post keeps the promise', async () => {
    await met(wangs)
    const order = { kind: 'post-card', case: 'S-9', place: channel, reminder: false } as const
    await cards.undeliverable(await promised(order), order)
    assert.deepEqual(await office.due(), [])
  })

  it('reads any case by its number', async () => {
    const found = await cards.read('S-1')
    assert.deepEqual(found, { kind: 'suspension', value: aPendingSuspension(), version: 1 })
    assert.equal(await cards.read('S-9'), null)
    assert.equal(await cards.read('contoso'), null)
  })
})
