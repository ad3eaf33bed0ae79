import { MemoryStorage, PrivateConversationState, type TurnContext } from 'botbuilder-core'
import { everyLanguage } from './languages.ts'
import { isWhole, type Catalogue } from '../../dialogs/words/catalogue.ts'
import { interpreter, type Interpreter } from './interpreter.ts'
import { policyReader } from '../../adapters/policy-yaml/policy-reader.ts'
import { understandLedgerCsv } from '../../adapters/ledger-csv/understand-ledger-csv.ts'
import { deskTasks } from '../../bot/desk-tasks.ts'
import { promiseKeeper } from '../../bot/keep-promise.ts'
import { letterWriter } from '../../dialogs/reminders/write-letter.ts'
import { mailWriter } from '../../dialogs/tickets/ticket-mail.ts'
import type { LedgerSource } from '../../domain/ports/ledger-source.ts'
import type { OperatorTickets } from '../../domain/ports/operator-tickets.ts'
import type { TicketMailbox } from '../../domain/ports/ticket-mailbox.ts'
import { createTalks } from '../../bot/talk-of.ts'
import { createTurn } from '../../bot/turn.ts'
import { conversations } from '../../dialogs/conversation.ts'
import type { Heard, SentFile, Speaker } from '../../dialogs/vocabulary/heard.ts'
import type { Rosters } from '../../dialogs/vocabulary/roster.ts'
import { languagesFrom } from '../../dialogs/words/languages.ts'
import type { LedgerAccount, Match, OperatorCustomer } from '../../domain/customers/customer.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import { createDesk, type Desk } from '../../domain/desk.ts'
import type { CollectionsPolicy } from '../../domain/policy/collections-policy.ts'
import { fixedPolicy, openPolicyInForce } from '../../domain/policy/policy-in-force.ts'
import type { FinalNotice } from '../../domain/policy/final-notice.ts'
import type { CustomerMailbox } from '../../domain/ports/customer-mailbox.ts'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import { createWatchMemory } from '../../domain/watch/watch-memory.ts'
import type { FraudFeed } from '../../domain/ports/fraud-feed.ts'
import type { OwnInvoices } from '../../domain/ports/own-invoices.ts'
import type { Spending } from '../../domain/ports/spending.ts'
import type { OperatorLane, OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { createLedgerDesk } from '../../domain/receivables/ledger-desk.ts'
import type { Ledger } from '../../domain/receivables/ledger.ts'
import type { LedgerOfDay } from '../../domain/receivables/past-ledgers.ts'
import type { OpenItem } from '../../domain/receivables/open-item.ts'
import { OutsideFault, type FaultFacts } from '../../domain/shared/outside-fault.ts'
import { addDays, later, type Day, type Instant } from '../../domain/shared/time.ts'
import type { Chats } from '../../domain/staff/chats.ts'
import { accountKey, type ChannelAccount, type Staff } from '../../domain/staff/staff.ts'
import { endingOf } from '../../domain/suspension/suspension-consequences.ts'
import { memoryArchive } from '../domain/receivables/a-ledger-desk.ts'
import { aLedger, anActingLane, aPolicy, morning } from './builders.ts'
import { fakeOperator, type FakeOperator } from './fake-operator.ts'
import { ourselves } from './letters.ts'
import { memoryShelf } from './memory-shelf.ts'
import { clockCodes, plainSealer } from './second-factors.ts'
import { memoryStore } from './memory-store.ts'
import { openWires } from './chats/open-wires.ts'
import { playedIn, usualChat } from './chats/which.ts'
import type { Deed } from './chats/wire.ts'
import type { Message, Said } from './screens.ts'

export interface OfficeSetup {
  /** All that the desk speaks; fewer where what is told lists them. */
  readonly languages?: readonly Catalogue[]
  readonly staff: readonly Staff[]
  readonly customers: readonly (readonly [OperatorCustomer, readonly OperatorSubscription[]])[]
  readonly accounts: readonly LedgerAccount[]
  readonly matches: readonly Match[]
  readonly items: readonly OpenItem[]
  readonly notices: readonly FinalNotice[]
  /** Null: nobody has imported a ledger yet, and what is imported in the office counts. */
  readonly asOf?: Day | null
  /** What people have on their disks, by name; a fault where the chat does not give it out. */
  readonly files?: Readonly<Record<string, string | Uint8Array | OutsideFault>>
  /** Lanes whose customers are known, but to which the desk has no access. */
  readonly closed?: readonly Lane[]
  /** No operator's customers were read yet: everybody seems to be nobody's customer. */
  readonly unread?: boolean
  /** No lane was ever opened: the spec does it. */
  readonly newLanes?: boolean
  /** Nobody has ever written to the desk; else everybody has. */
  readonly alone?: boolean
  /** Teams alone where it is left out. */
  readonly chats?: Chats
  /** What the chats say of the people in them; nothing where it is left out. */
  readonly rosters?: Rosters
  /** What operators show of suspicious use; none where it is left out. */
  readonly feeds?: readonly FraudFeed[]
  /** Azure spending at an operator; none can be read where it is left out. */
  readonly spending?: Readonly<Partial<Record<Lane, Spending>>>
  /** What operators ask of the partner; unknown where it is left out. */
  readonly ownInvoices?: Readonly<Partial<Record<Lane, OwnInvoices>>>
  /** Whose tickets can be read; nobody's where it is left out. */
  readonly tickets?: readonly OperatorTickets[]
  /** The mailboxes that take tickets; none where it is left out. */
  readonly mailboxes?: readonly TicketMailbox[]
  /** Where letters to customers are handed over; nowhere where it is left out. */
  readonly customerMailbox?: CustomerMailbox
  /** Books that the desk reads by itself; none where it is left out. */
  readonly books?: readonly LedgerSource[]
  /** At everybody's place. */
  readonly holidays?: readonly Day[]
  /** Where the partner's policy differs from the usual one. */
  readonly policy?: Partial<CollectionsPolicy>
  /** The policy as a text that can be changed, instead of `policy`: version 1 where the store knows none. */
  readonly policyText?: string
  /** Whether the desk does by itself what its timetable says, whenever time passes. */
  readonly timetable?: true
  /** What a person's chat client says it speaks. */
  readonly locales?: Readonly<Record<string, string>>
}

/** From where somebody speaks: one to one, or in a channel; told in Slack, Teams and Slack are swapped. */
interface Seat {
  readonly channel: string | null
  readonly chat: ChannelAccount['channel']
}

/** The whole desk in memory, with people in it: real rules, real dialogs, real promises; only the outside is played. */
export interface Office {
  readonly desk: Desk
  readonly store: DeskStore
  readonly operators: Readonly<Record<string, FakeOperator>>
  readonly messages: readonly Message[]
  /** Where it is played in another language than it is written down in. */
  readonly interpreter: Interpreter | null
  /** Which files were fetched from the chat, in order. */
  readonly fetched: readonly string[]
  /** How many files wait while somebody is asked about them. */
  readonly waiting: number
  /** One of {@link OfficeSetup.files} as a chat announces it. */
  sentFile(name: string): SentFile
  /** One turn as a door of a spec's own hands it over; no promise is kept. */
  turn(context: TurnContext): Promise<void>
  /** One turn; then every promise that is due is kept. Gives back what was said, in order. */
  hear(heard: Heard): Promise<readonly Said[]>
  /** As many turns as there are people, none waiting for another. */
  hearAtOnce(all: readonly Deed[]): Promise<readonly Said[]>
  speaker(name: string, seat: Seat): Speaker
  /** The ledger as another import would make it. */
  setItems(items: readonly OpenItem[], asOf?: Day): void
  /** What becomes of the next questions for a customer's subscriptions, one each. */
  spoilReading(...next: readonly Partial<Omit<FaultFacts, 'service'>>[]): void
  /** Somebody edits the policy file; null: it is taken away. */
  editPolicy(text: string | null): void
  /** Nothing arrives in a channel any more. */
  lose(channel: string): void
  /** Somebody deletes the newest message that shows a case in a place. */
  deleteCard(id: string, place: string): void
  /** The process ends and another one begins: what was only in memory is gone. */
  restart(): Promise<void>
  /** Lets time pass and keeps what falls due. */
  pass(ms: number): Promise<readonly Said[]>
  /** Lets time pass while nothing is kept: the desk is down. */
  sleep(ms: number): readonly Said[]
  now(): Instant
}

export async function openOffice(asked: OfficeSetup): Promise<Office> {
  const setup = usualChat() === 'slack' ? inSlack(asked) : asked
  const store = memoryStore()
  const dialogStorage = new MemoryStorage()
  const archive = memoryArchive()
  const fetched: string[] = []
  let draft = setup.policyText ?? null
  const first = async () => ({ from: 'file', file: 'policy.yaml', text: setup.policyText ?? '' }) as const
  const openPolicy = () =>
    setup.policyText === undefined
      ? Promise.resolve(fixedPolicy(aPolicy(setup.policy)))
      : openPolicyInForce({ store, reader: policyReader, now, first })
  const zone =
    setup.policyText === undefined
      ? aPolicy(setup.policy).calendar.timeZone
      : policyReader.read(setup.policyText, 'policy.yaml').calendar.timeZone
  const every = languagesFrom(setup.languages ?? everyLanguage, 'en', zone)
  const tag = playedIn()
  const interpreting = tag === null ? null : interpreter(every, tag)
  const languages = interpreting?.languages ?? every
  const wires = await openWires(languages, (account) => running.desk.staff.whoIs(account))
  const all = [...new Set(Object.values(wires))]
  const flush = () => all.flatMap((wire) => wire.flush())
  let at: Instant = morning
  let asOf = setup.asOf === undefined ? '2025-03-30' : setup.asOf
  let ledger = ledgerOf(setup, setup.items, asOf)
  let ids = 0
  let questions = 0
  let codes = 0
  const now = () => at
  const newId = () => `id-${(ids += 1)}`
  const uploads = memoryShelf(now)
  const memory = createWatchMemory()
  const directory = {
    revision: 1,
    customers: () => setup.customers.map(([customer]) => customer),
    readAt: () => (setup.unread ? null : morning),
  }

  for (const staff of setup.staff) {
    await store.commit({ save: [{ kind: 'staff', id: staff.id, value: staff, basedOn: null }] })
  }
  for (const notice of setup.notices) {
    await store.commit({ save: [{ kind: 'final-notice', id: notice.id, value: notice, basedOn: null }] })
  }
  const operators = Object.fromEntries(
    [...new Set(setup.customers.map(([{ lane }]) => lane))].map((lane) => [
      lane,
      fakeOperator(
        lane,
        setup.customers.filter(([customer]) => customer.lane === lane),
      ),
    ]),
  )
  for (const lane of setup.newLanes ? [] : (Object.keys(operators) as Lane[])) {
    await store.commit({ save: [{ kind: 'lane', id: lane, value: anActingLane(lane), basedOn: null }] })
  }
  const spoiled: Partial<Omit<FaultFacts, 'service'>>[] = []
  const laneOf = (lane: Lane): OperatorLane | null => {
    const operator = setup.closed?.includes(lane) ? null : operators[lane]
    if (!operator) return null
    return {
      ...operator,
      async subscriptions(customer) {
        const spoil = spoiled.shift()
        if (spoil) throw new OutsideFault({ service: `partner-center:${lane}`, kind: 'unreachable', ...spoil })
        return operator.subscriptions(customer)
      },
    }
  }
  const placesOf = ({ accounts }: Staff) => accounts.map(accountKey)

  const wireOf = ({ by }: Heard) => wires[by.account.channel]

  const start = async () => {
    const inForce = await openPolicy()
    const { policy } = inForce
    const chats = setup.chats ?? { root: 'teams', other: null }
    const imports = createLedgerDesk({
      store,
      chats,
      archive,
      operators: directory,
      policy,
      now,
      newId,
      endRequestsOf: (customer, moment, by) => endingOf(customer, 'customer-rematched', moment, by, store),
    })
    await imports.start()
    const desk = createDesk({
      store,
      ledgerSources: setup.books ?? [],
      ledger:
        setup.asOf === null
          ? imports
          : { ...imports, current: () => ledger, past: (from, to) => daily(ledger, from, to) },
      operators: directory,
      laneOf,
      patientLaneOf: laneOf,
      sweepLaneOf: laneOf,
      feedsOf: (lane) => (setup.feeds ?? []).filter((feed) => feed.lane === lane),
      webhooksOf: () => null,
      ownInvoicesOf: (lane) => setup.ownInvoices?.[lane] ?? null,
      spendingOf: (lane) => setup.spending?.[lane] ?? null,
      ticketsOf: (lane) => (setup.tickets ?? []).find((each) => each.lane === lane) ?? null,
      mailboxOf: (lane) => (setup.mailboxes ?? []).find((each) => each.lane === lane) ?? null,
      writeLetter: letterWriter(
        interpreting ? languages : languagesFrom((setup.languages ?? everyLanguage).filter(isWhole), 'en', zone),
        ourselves,
      ),
      customerMailbox: setup.customerMailbox ?? null,
      memory,
      policy,
      inForce,
      policies: {
        reader: policyReader,
        draft: async () => (draft === null ? null : { file: 'policy.yaml', text: draft }),
      },
      holidays: { in: async () => (day) => (setup.holidays ?? []).includes(day) },
      placesOf,
      chats,
      now,
      newId,
      newCode: () => `7KQ2M9F${(codes += 1)}`,
      sealer: plainSealer,
      codes: clockCodes,
    })
    const talks = createTalks(
      { desk, languages, policy, uploads, understandLedger: understandLedgerCsv },
      null,
      setup.rosters,
    )
    const state = new PrivateConversationState(dialogStorage)
    return {
      desk,
      keep: promiseKeeper({
        desk,
        messengers: { teams: wires.teams.messenger, slack: wires.slack.messenger },
        placesOf,
        rosters: setup.rosters ?? {},
        talkFor: (place) => talks.ofPlace(place),
        writeMail: mailWriter({
          dossiers: desk.dossiers,
          talk: async () => ({ ...(await talks.ofPlace('')), words: languages.best('en') }),
        }),
      }),
      turn: createTurn({
        desk,
        languages,
        state,
        open: conversations(state, () => `question-${(questions += 1)}`),
        identify: ({ account }) => desk.staff.whoIs(account),
        talkOf: (speaker, by, words) => talks.ofTurn(speaker, by, words),
        addressesOf: (activity) =>
          wireOf((activity.channelData as { deskHeard: Heard }).deskHeard).addressesOf(activity),
      }),
    }
  }
  let running = await start()
  const keepAll = async (): Promise<void> => {
    for (;;) {
      const due = await store.takeDue(now(), 50)
      if (due.length === 0) return
      for (const entry of due) await running.keep(entry)
    }
  }
  const hearAtOnce = async (deeds: readonly Deed[]): Promise<readonly Said[]> => {
    await Promise.all(deeds.map((deed) => wireOf(deed.heard).hear(deed, running.turn)))
    await keepAll()
    return flush()
  }
  for (const { name, accounts } of setup.alone ? [] : setup.staff) {
    for (const account of accounts) {
      const by = { account, name, locale: null, place: accountKey(account), personal: true }
      await running.desk.cards.meet(wires[account.channel].addressOf(by))
    }
  }

  return {
    get desk() {
      return running.desk
    },
    store,
    operators,
    interpreter: interpreting,
    get messages() {
      return all.flatMap(({ messages }) => messages)
    },
    fetched,
    get waiting() {
      return uploads.size
    },
    sentFile(name) {
      const file = setup.files?.[name]
      if (file === undefined) throw new Error(`nobody has a file ${name}`)
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
      return {
        name,
        size: bytes instanceof OutsideFault ? null : bytes.length,
        async read() {
          fetched.push(name)
          if (bytes instanceof OutsideFault) throw bytes
          return bytes
        },
      }
    },
    turn: (context) => running.turn(context),
    hear: (heard) => hearAtOnce([{ heard }]),
    hearAtOnce,
    speaker(name, { channel, chat: told }) {
      const chat = usualChat() === 'slack' ? otherThan(told) : told
      const staff = setup.staff.find((each) => each.name === name)
      const account = staff?.accounts.find((each) => each.channel === chat) ?? {
        channel: chat,
        tenant: 'partner',
        user: name.toLowerCase(),
      }
      return {
        account,
        name,
        locale: setup.locales?.[name] ?? 'en-US',
        place: channel === null ? accountKey(account) : placeOf(channel, chat),
        personal: channel === null,
      }
    },
    setItems(items, day) {
      asOf = day ?? asOf
      ledger = ledgerOf(setup, items, asOf)
    },
    spoilReading: (...next) => void spoiled.push(...next),
    editPolicy: (text) => void (draft = text),
    lose: (channel) => wires[usualChat()].lose(placeOf(channel, usualChat())),
    deleteCard: (id, place) => wires[place.startsWith('slack:') ? 'slack' : 'teams'].deleteCard(id, place),
    async restart() {
      running = await start()
    },
    async pass(ms) {
      at = later(at, ms)
      await keepAll()
      if (setup.timetable) {
        for (const task of deskTasks(running.desk, { warn: () => undefined })) await task.run(() => true)
        await keepAll()
      }
      return flush()
    },
    sleep(ms) {
      at = later(at, ms)
      return []
    },
    now,
  }
}

function ledgerOf({ accounts, matches }: OfficeSetup, items: readonly OpenItem[], asOf: Day | null): Ledger {
  return asOf === null
    ? { ...aLedger({ accounts: [], items: [], matches: [] }), asOf }
    : aLedger({ accounts, items, matches, asOf })
}

function placeOf(channel: string, chat: ChannelAccount['channel']): string {
  return `${chat}:partner/#${channel}`
}

/** The same office where everybody is in Slack first. */
function inSlack(setup: OfficeSetup): OfficeSetup {
  const swapped = (account: ChannelAccount) => ({ ...account, channel: otherThan(account.channel) })
  return {
    ...setup,
    staff: setup.staff.map((each) => ({ ...each, accounts: each.accounts.map(swapped) })),
    chats: setup.chats ?? { root: 'slack', other: null },
    ...(setup.rosters && { rosters: { slack: setup.rosters.teams, teams: setup.rosters.slack } as Rosters }),
  }
}

function otherThan(chat: ChannelAccount['channel']): ChannelAccount['channel'] {
  return chat === 'teams' ? 'slack' : 'teams'
}

/** The same books every day. */
async function* daily(ledger: Ledger, from: Day, to: Day): AsyncGenerator<LedgerOfDay> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield { day, ledger }
}
