import { whoseToday } from '../domain/agreements/whose-today.ts'
import type { Desk } from '../domain/desk.ts'
import { asksSomething } from '../domain/service-requests/ticket-waits.ts'
import { waitsByHand } from '../domain/acts/hand-over.ts'
import { takesCases, type Address, type PlacedCard } from '../domain/cases/placed-card.ts'
import type { Order, OutboxEntry } from '../domain/outbox/outbox-entry.ts'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import type { PlaceId } from '../domain/shared/ids.ts'
import { alarmReply } from './alarm-reply.ts'
import { agreementNews } from './agreements/agreement-news.ts'
import { caseCard, caseOutcome } from './case-card.ts'
import { reminderOutcome } from './reminders/reminder-outcome.ts'
import { reviewCard } from './resumption/review-card.ts'
import { deliveryReply } from './fraud/show-delivery.ts'
import { cardPoster } from './post-card.ts'
import { threadTeller } from './tell-thread.ts'
import { toldLate } from './fraud/told-late.ts'
import { closedPlaces } from './routes/closed-places.ts'
import { outsiderWatch } from './routes/outsiders.ts'
import { linkCard } from './staff/link-replies.ts'
import { newsCard } from './watch/news-card.ts'
import { newcomerCard } from './staff/role-cards.ts'
import type { CardTalk } from './talk.ts'
import { isLost, type Messenger } from './vocabulary/messenger.ts'
import { said, type Reply } from './vocabulary/reply.ts'
import type { Rosters } from './vocabulary/roster.ts'
import { accountKey } from '../domain/staff/staff.ts'
import type { AnyCase } from '../domain/cases/case.ts'
import type { PlacesOf } from '../domain/cases/audience.ts'

/** Orders that are kept by saying something. */
type Saying = Extract<
  Order,
  {
    kind:
      | 'post-card'
      | 'tell-delivery'
      | 'tell-reminder'
      | 'update-card'
      | 'tell-thread'
      | 'post-newcomer'
      | 'post-alarm'
      | 'post-news'
      | 'post-review'
      | 'post-link'
      | 'tell-staff'
      | 'tell-agreement'
  }
>

/** What is needed to speak first. */
export interface AnnouncerParts {
  readonly desk: Desk
  readonly messengers: Readonly<Partial<Record<Address['channel'], Messenger>>>
  readonly placesOf: PlacesOf
  /** Who is asked whether outsiders read in a place; a chat without one is trusted, as in the demo. */
  readonly rosters: Rosters
  /** How cards are worded for whoever reads in a place. */
  readonly talkFor: (place: PlaceId) => Promise<CardTalk>
}

/** Says what was promised, and keeps the promise in the commit that remembers where it was said. */
export function announcer({ desk, messengers, placesOf, rosters, talkFor }: AnnouncerParts) {
  const { cards } = desk
  const hasOutsiders = outsiderWatch(rosters, desk.now)
  const isClosed = closedPlaces(desk, rosters, hasOutsiders)
  const messengerOf = ({ channel }: Address): Messenger => {
    const messenger = messengers[channel]
    if (!messenger) throw new OutsideFault({ service: channel, kind: 'unreachable', code: 'not-connected' })
    return messenger
  }

  /** Null when nothing will ever arrive there, or outsiders read there; the place is then given up. */
  const post = async (place: PlaceId, reply: Reply): Promise<string | null> => {
    const address = await cards.address(place)
    if (!address || !takesCases(address)) return null
    try {
      if (await hasOutsiders(address)) {
        await cards.shun(place, reply.shows?.case ?? null)
        return null
      }
      return (await messengerOf(address).post(address, reply)).message
    } catch (fault) {
      if (!isLost(fault)) throw fault
      await cards.lose(place)
      return null
    }
  }

  /** A card that came late goes on saying so. */
  const asDelivered = async (reply: Reply, card: PlacedCard, talk: CardTalk): Promise<Reply> => {
    const delivery = await cards.deliveries.in(card.case, card.place)
    const late = delivery?.state === 'delivered' ? delivery.lateMinutes : null
    return late === null ? reply : toldLate(reply, late, talk)
  }

  const postCard = cardPoster({ cards, post, talkFor })
  const tellThread = threadTeller({ cards, messengerOf, talkFor, isClosed })

  return async (entry: OutboxEntry, order: Saying): Promise<void> => {
    switch (order.kind) {
      case 'post-card':
        return postCard(entry, order)
      case 'tell-delivery': {
        const { words } = await talkFor(order.place)
        if (await cards.read(order.case))
          await post(order.place, deliveryReply(order.case, await cards.deliveries.of(order.case), words))
        return cards.settle(entry)
      }
      case 'tell-reminder': {
        const reminder = await desk.reminders.read(order.reminder)
        if (reminder) {
          const name = (await desk.book.today()).directory.byId(reminder.customer)?.name ?? reminder.customer
          await post(order.place, reminderOutcome(reminder, name, await talkFor(order.place)))
        }
        return cards.settle(entry)
      }
      case 'update-card': {
        const card = await cards.card(order.card)
        const found = await cards.read(order.case)
        if (!card || !found) return cards.settle(entry)
        const address = await cards.address(card.place)
        if (!address || address.dead) return cards.gone(entry, order.card)
        if (card.shown >= found.version) return cards.settle(entry)
        const talk = await talkFor(card.place)
        const closed = await isClosed(address)
        if (closed && address.kind !== 'personal') await cards.shun(card.place, order.case)
        const shown = closed
          ? said(talk.words.say('card.closed', { case: order.case }))
          : await asDelivered(caseCard(found, talk), card, talk)
        try {
          await messengerOf(address).replace(address, card.message, shown)
        } catch (fault) {
          if (!isLost(fault)) throw fault
          return closed ? cards.retired(entry, order.card) : cards.gone(entry, order.card)
        }
        return closed ? cards.retired(entry, order.card) : cards.updated(entry, order.card, found.version)
      }
      case 'tell-thread':
        return tellThread(entry, order)
      case 'post-newcomer': {
        const asked = (await desk.staff.waiting()).find(({ account }) => accountKey(account) === order.account)
        if (!asked) return cards.settle(entry)
        const message = await post(order.place, newcomerCard(asked, await talkFor(order.place)))
        return message === null ? cards.undeliverableNewcomer(entry, order) : cards.settle(entry)
      }
      case 'post-alarm': {
        const message = await post(order.place, alarmReply(order.alarm, await talkFor(order.place)))
        return message === null ? cards.undeliverableAlarm(entry, order.alarm, order.place) : cards.settle(entry)
      }
      case 'post-news': {
        const message = await post(order.place, newsCard(order.news, await talkFor(order.place)))
        return message === null ? cards.undeliverableNews(entry, order) : cards.settle(entry)
      }
      case 'post-review': {
        const due = new Set((await desk.reviews.due(order)).map(({ subscription }) => subscription))
        const held = (await desk.resumptions.heldOf(order.customer)).filter(
          ({ lane, subscription }) => lane === order.lane && due.has(subscription),
        )
        const { directory } = await desk.book.today()
        const name = directory.byId(order.customer)?.name ?? order.customer
        if (held.length > 0) await post(order.place, reviewCard(order, name, held, await talkFor(order.place)))
        return cards.settle(entry)
      }
      case 'post-link': {
        const link = await desk.links.read(order.link)
        if (link) await post(order.place, await linkCard(link, order.place, desk, await talkFor(order.place)))
        return cards.settle(entry)
      }
      case 'tell-agreement': {
        const [found, known] = await Promise.all([desk.agreements.read(order.agreement), desk.staff.all()])
        const staff = known.find(({ id }) => id === order.staff)
        const { directory } = await desk.book.today()
        const name = found && (directory.byId(whoseToday(found, directory))?.name ?? found.customer)
        for (const place of staff && found ? placesOf(staff) : []) {
          if (!found || name === null) break
          if ((await post(place, agreementNews(found, name, await talkFor(place)))) !== null) break
        }
        return cards.settle(entry)
      }
      case 'tell-staff': {
        // Whoever is known only in a chat that is the root no more is told nothing.
        const [found, known] = await Promise.all([cards.read(order.case), desk.staff.all()])
        const staff = known.find(({ id }) => id === order.staff)
        for (const place of staff && found ? placesOf(staff) : []) {
          if (!found) break
          const reply = outcome(found, await talkFor(place))
          const message = await post(place, reply)
          if (message === null) continue
          if (reply.shows) return cards.posted(entry, { case: order.case, place, message, shown: found.version })
          break
        }
        return cards.settle(entry)
      }
    }
  }
}

/** What a requester is told: how it stands, or the whole card when it asks something of them. */
function outcome(found: AnyCase, talk: CardTalk): Reply {
  const card = caseCard(found, talk)
  // Whoever holds an alert, or whose verdict was refused, has something to press.
  if (found.kind === 'fraud-alert') return card
  if (found.kind === 'service-request' && asksSomething(found.value)) return card
  if (found.value.status === 'questioned' || waitsByHand(found.value).length > 0) return card
  return {
    ...(card.title === undefined ? {} : { title: card.title }),
    ...(card.tone === undefined ? {} : { tone: card.tone }),
    parts: caseOutcome(found, talk),
  }
}
