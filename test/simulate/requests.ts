import type { DeskStore } from '../../domain/ports/desk-store.ts'
import type { Ledger } from '../../domain/receivables/ledger.ts'
import { addDays, later, startOfDay, type Day } from '../../domain/shared/time.ts'
import type { SuspensionRequest } from '../../domain/suspension/suspension-request.ts'
import { aDesk, everybody, type ADesk } from '../kit/a-desk.ts'
import { aLedger, aMatch, anAccount, anInvoice, aNotice, aSubscription, phones, today } from '../kit/builders.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { Simulated } from './year.ts'

interface Wanted {
  readonly seed: number
  readonly customers: number
  readonly days: number
  /** Stands between the desk and its store, to show that a broken promise is found out. */
  readonly through?: (store: DeskStore) => DeskStore
}

const reasons = ['non-payment', 'fraud', 'misuse'] as const
const shown = [aSubscription(), aSubscription({ id: phones, name: 'Phones' })]
const died = new Error('the process died')
const mostTold = 20

/**
 * The requests of a desk with its store, day by day: several people ask about the same customer in the same moment, yeses
 * and noes cross each other, nobody answers, debts are paid and come back, and the process dies before a commit, after it
 * and between two of its promises. Never may two requests for one customer and reason be under way.
 */
export async function simulateRequests({
  seed,
  customers,
  days,
  through = (store) => store,
}: Wanted): Promise<Simulated> {
  const chance = chanceOf(seed)
  const counts: Record<string, number> = {}
  const count = (what: string, by = 1) => void (counts[what] = (counts[what] ?? 0) + by)
  const violations: string[] = []
  const ids = Array.from({ length: customers }, (_, at) => `tenant-${at + 1}`)
  const owing = new Set(ids)
  const first = await aDesk({ customers: ids, limit: 1_000 })
  await first.store.commit({
    save: ids.map((customer) => {
      const notice = aNotice({ id: `n-${customer}`, customer, invoices: [`K-${customer}|invoice|INV-1`] })
      return { kind: 'final-notice', id: notice.id, value: notice, basedOn: null }
    }),
  })
  const restarted = (): ADesk => first.reopened({ store: (store) => mortal(through(store), chance) })
  let office = restarted()

  for (let at = 0; at < days; at += 1) {
    const day = addDays(today, at)
    first.world.now = later(startOfDay(day, 'Asia/Shanghai'), 10 * 3_600_000)
    first.world.readAt = first.world.now
    for (const id of ids) if (chance.happens(0.03)) if (!owing.delete(id)) owing.add(id)
    first.world.ledger = booksOf(ids, owing, day)
    for (let deed = chance.between(1, 6); deed > 0; deed -= 1) await surviving(oneDeed)
    if (chance.happens(0.6)) await surviving(() => office.desk.suspensions.withdrawUnjustified(null))
    if (chance.happens(0.6)) await surviving(async () => void (await office.carryOutDue()))
    if (chance.happens(0.2)) await giveBack()
    await check(day)
  }
  return { counts, violations }

  /** Whoever meets the end of the process asks a new one, which knows only what was kept. */
  async function surviving(deed: () => Promise<void>): Promise<void> {
    try {
      await deed()
    } catch (fault) {
      if (fault !== died) throw fault
      count('restarts')
      office = restarted()
    }
  }

  function oneDeed(): Promise<void> {
    return chance.happens(0.5) ? ask() : answer()
  }

  /** One to three people in the same moment, one of them perhaps on a process that was started a moment ago. */
  async function ask(): Promise<void> {
    const customer = chance.oneOf(ids)
    const reason = chance.oneOf(reasons)
    const asking = Array.from({ length: chance.between(1, 3) }, async () => {
      const wanted = { reason, subscriptions: [chance.oneOf(shown).id], note: 'seen', override: null }
      const on = chance.happens(0.2) ? restarted() : office
      const asked = await on.desk.suspensions.request(customer, wanted, shown, chance.oneOf(everybody), 'teams/here')
      count(asked.ok ? `asked for ${reason}` : `not asked: ${asked.refusal.code}`)
    })
    for (const outcome of await Promise.allSettled(asking))
      if (outcome.status === 'rejected') throw outcome.reason as Error
  }

  /** Two people answer one request in the same moment. */
  async function answer(): Promise<void> {
    const open = await office.desk.suspensions.open()
    if (open.length === 0) return
    const request = chance.oneOf(open)
    const version = (await office.store.get('suspension', request.id))?.version ?? 0
    const answers = Array.from({ length: 2 }, async () => {
      const by = chance.oneOf(everybody)
      const pressed = { case: request.id, version }
      const { suspensions } = office.desk
      const say = {
        approve: () => suspensions.approve(pressed, by),
        reject: () => suspensions.reject(pressed, 'no', by),
        withdraw: () => suspensions.withdraw(pressed, by),
        question: () => suspensions.question(pressed, 'Why?', by),
        answer: () => suspensions.answer(pressed, 'Because.', by),
        'call-off': () => suspensions.callOff(pressed, by),
      }
      const what = chance.oneOf(Object.keys(say) as (keyof typeof say)[])
      const outcome = await say[what]()
      if (outcome.ok) count(outcome.value.status)
    })
    for (const outcome of await Promise.allSettled(answers))
      if (outcome.status === 'rejected') throw outcome.reason as Error
  }

  /** What was suspended comes back at the operator’s own portal, so that it can be asked about again. */
  async function giveBack(): Promise<void> {
    const held = await first.store.list('held')
    await first.store.commit({ remove: held.map(({ id, version }) => ({ kind: 'held', id, basedOn: version })) })
    count('came back', held.length)
  }

  async function check(day: Day): Promise<void> {
    const all = (await first.store.list('suspension')).map(({ value }) => value)
    const open = Map.groupBy(all.filter(isUnderWay), ({ customer, reason }) => `${customer}, ${reason}`)
    for (const [whose, requests] of open)
      if (requests.length > 1 && violations.length < mostTold)
        violations.push(`${day} ${whose}: ${requests.map(({ id }) => id).join(' and ')} are open at once`)
    count('expired', all.filter(({ status }) => status === 'expired').length - (counts['expired'] ?? 0))
  }
}

/** Written down anew, and not what the desk calls open: it waits for people, or for its acts. */
function isUnderWay({ status }: SuspensionRequest): boolean {
  return !['rejected', 'withdrawn', 'expired', 'void', 'carried-out'].includes(status)
}

/** A process that dies now and then in the middle of a commit: before it was written, or before it was answered. */
function mortal(store: DeskStore, chance: Chance): DeskStore {
  return {
    ...store,
    async commit(commit) {
      const dies = chance.happens(0.02)
      if (!dies || chance.happens(0.5)) await store.commit(commit)
      if (dies) throw died
    },
  }
}

function booksOf(ids: readonly string[], owing: ReadonlySet<string>, asOf: Day): Ledger {
  const keyOf = (id: string) => `K-${id}`
  return aLedger({
    accounts: ids.map((id) => anAccount({ key: keyOf(id), number: id, name: id })),
    matches: ids.map((id) => aMatch({ account: keyOf(id), tenantId: id })),
    items: ids.filter((id) => owing.has(id)).map((id) => anInvoice({ account: keyOf(id) })),
    asOf,
  })
}
