import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { pageSentence } from '../../../dialogs/overdue/filter-sentence.ts'
import type { Intent, OverdueFilters } from '../../../dialogs/understanding/intent.ts'
import { soonWords } from '../../../dialogs/understanding/pattern.ts'
import { phrase, wordFor } from '../../../dialogs/understanding/phrase.ts'
import { understanding } from '../../../dialogs/understanding/understand.ts'
import { waysToSay } from '../../../dialogs/understanding/ways-to-say.ts'
import type { Catalogue } from '../../../dialogs/words/catalogue.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import { speak } from '../../../dialogs/words/words.ts'
import { everyLanguage } from '../../kit/languages.ts'

type Slots = Readonly<Record<string, string>>

const names = [
  'Contoso Ltd',
  '台灣大數據股份有限公司',
  '6f1b7a52-0d3c-4a6e-9c41-1f0e8a5b2c3d',
  'account:10-4711',
  'o365.contoso.com',
]
const free: Readonly<Record<string, readonly string[]>> = {
  customer: names,
  person: ['Mei Lin', '王小明'],
  text: ['users cannot sign in: error 53003, since Monday', '使用者無法登入：錯誤 53003，週一開始。'],
  case: ['S-12', 'pd-142'],
  day: ['2026-12-05', '5 December', '12月5日'],
  why: ['fun', '好玩'],
  place: ['#fraud-emea', '#防詐 夜班'],
  number: ['2', '13'],
  sum: ['500', '1,200 EUR', 'EUR 500'],
  invoice: ['inv-9', '2025/0017'],
  instalments: ['500 EUR by 2026-12-01, 500 EUR by 2027-01-01'],
  email: ['Billing@contoso.example', 'a@b.example, c@d.example'],
  time: ['08:30', '7'],
  zone: ['europe/berlin', 'utc'],
  tongue: ['english', 'Deutsch', '中文'],
  language: ['English', '繁體中文'],
  code: ['7KQ2-M9FD', '7kq2 m9fd', '7kq2m9fd'],
}
const lists = {
  reason: 'reasons',
  lane: 'lanes',
  role: 'roles',
  route: 'routes',
  alerts: 'alerts',
  way: 'ways',
} as const

const none: OverdueFilters = { overDays: null, fromDays: null, lane: null, above: null, mine: false }

/** More mixtures than these tell nothing new: each word then comes at least once, beside ever other ones. */
const mostMixtures = 120

function mixed(each: readonly { readonly slot: string; readonly words: readonly string[] }[]): readonly Slots[] {
  const all = each.reduce((product, { words }) => product * words.length, 1)
  const longest = Math.max(1, ...each.map(({ words }) => words.length))
  if (all > mostMixtures)
    return Array.from({ length: Math.max(mostMixtures, longest) }, (_, at) =>
      Object.fromEntries(
        each.map(({ slot, words }, place) => [
          slot,
          words[(at + place * Math.floor(at / longest)) % words.length] ?? '',
        ]),
      ),
    )
  return each.reduce<readonly Slots[]>(
    (sofar, { slot, words }) => sofar.flatMap((these) => words.map((word) => ({ ...these, [slot]: word }))),
    [{}],
  )
}

interface Filled {
  readonly sentence: string
  readonly slots: Slots
}

/** Of what can be said in very many ways, so many are tried. */
const mostWays = 24

/** Each way to fill a phrase as it is usually said; in the other ways that it lists, by turns. */
function filled(catalogue: Catalogue, said: string): readonly Filled[] {
  const [usual = said, ...others] = waysToSay(said, mostWays)
  const each = filledIn(catalogue, usual)
  return [...each, ...others.flatMap((way, at) => filledIn(catalogue, way, each[at % each.length]?.slots))]
}

/** Every word the grammar lists, every kind of name; or these alone. */
function filledIn({ grammar }: Catalogue, said: string, these?: Slots): readonly Filled[] {
  const slots = [...said.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name)
  const values = (slot: string): readonly string[] => {
    if (slot === 'before' || slot === 'filters') return ['', ...(grammar.filters['mine'] ?? [])]
    if (slot in lists) return Object.values(grammar[lists[slot as keyof typeof lists]]).flat()
    // Every word of one narrowing; how several go together has a spec of its own.
    if (slot === 'only') return grammar.levels['high'] ?? []
    if (slot === 'day') return [...(free['day'] ?? []), ...Object.values(grammar.days).flat()]
    if (slot === 'soon') return soonWords(grammar)
    return free[slot] ?? assert.fail(`nobody knows what to say for ${slot}`)
  }
  const each = slots.map((slot) => ({ slot, words: these ? [these[slot] ?? ''] : values(slot) }))
  return mixed(each).map((each) => ({
    slots: each['soon'] === undefined ? each : { ...each, day: each['soon'] },
    sentence: said.replace(/\{(\w+)\}/gu, (_, slot: string) => each[slot] ?? '').trim(),
  }))
}

function nameIn(list: Readonly<Record<string, readonly string[]>>, word: string | undefined): string | null {
  return Object.entries(list).find(([, words]) => word !== undefined && words.includes(word))?.[0] ?? null
}

/** What a verb with these slots has to mean. */
function meant(verb: string, slots: Slots, { grammar }: Catalogue): Intent {
  const who = slots['customer'] ?? null
  const role = nameIn(grammar.roles, slots['role'])
  const topic = nameIn(grammar.routes, slots['route'])
  const lane = nameIn(grammar.lanes, slots['lane'])
  const person = slots['person'] ?? ''
  const only = slots['only'] === undefined ? null : { lane: null, severity: 'high', hours: null }
  const count = slots['number'] === undefined ? null : Number(slots['number'])
  const instalments = {
    count,
    sum: slots['sum'] ?? null,
    day: slots['day'] ?? null,
    listed: slots['instalments'] ?? null,
  }
  const plan = (every: 'week' | 'month') => ({ verb: 'agree', about: { kind: 'plan', who, every, ...instalments } })
  const intents: Readonly<Record<string, unknown>> = {
    overdue: { verb, filters: { ...none, mine: Boolean(slots['before']) || Boolean(slots['filters']) }, page: 1 },
    'overdue-csv': { verb, filters: { ...none, mine: Boolean(slots['filters']) } },
    'customer-of-list': { verb: 'customer', who: null },
    customer: { verb, who },
    'suspend-because': { verb: 'suspend', who, reason: null },
    suspend: {
      verb,
      who,
      reason: nameIn(grammar.reasons, slots['reason']),
      ...(slots['day'] === undefined ? {} : { on: slots['day'] }),
    },
    resume: { verb, who },
    holds: { verb, who },
    'cancel-subscriptions': { verb: 'end', way: 'cancel', who },
    'end-at-term': { verb: 'end', way: 'at-term', who },
    match: { verb, who },
    assign: { verb, who, person: slots['person'] ?? null },
    notes: { verb, who },
    next: { verb, who },
    why: { verb, who, on: slots['day'] ?? null },
    'why-not': { verb, who, on: slots['day'] ?? null },
    'why-case': { verb, case: slots['case']?.toUpperCase() },
    'note-customer': { verb: 'note', who, text: slots['text'] ?? null },
    due: { verb, filters: { ...none, mine: Boolean(slots['before']) || Boolean(slots['filters']) }, page: 1 },
    skip: { verb, who, until: slots['day'] ?? null, because: slots['text'] ?? null },
    'note-words': { verb: 'note', who: null, text: null, run: slots['text'] },
    ticket: { verb, who, about: slots['text'] ?? null },
    'ticket-from': slots['case']?.startsWith('pd')
      ? { verb: 'show-case', case: slots['case'].toUpperCase() }
      : { verb: 'ticket', who: null, about: slots['text'] ?? null, from: slots['case']?.toUpperCase() },
    tickets: { verb, mine: false, page: Number(slots['number'] ?? 1) },
    'my-tickets': { verb: 'tickets', mine: true, page: Number(slots['number'] ?? 1) },
    ...Object.fromEntries(
      (['note', 'severity', 'close', 'reopen', 'filed', 'not-filed', 'answer'] as const).map((change) => [
        `${change}-ticket`,
        { verb: 'change-ticket', change, case: slots['case']?.toUpperCase(), said: slots['text'] ?? null },
      ]),
    ),
    notice: { verb, who, text: slots['text'] ?? null },
    'notice-words': { verb: 'notice', who: null, text: null, run: slots['text'] },
    alerts: { verb, page: Number(slots['number'] ?? 1) },
    waiting: { verb, page: Number(slots['number'] ?? 1) },
    'policy-rehearse': { verb, page: Number(slots['number'] ?? 1) },
    fraud: { verb: 'alerts', page: 1, bare: true },
    'report-fraud': { verb: 'report', suspicion: 'fraud', who, text: slots['text'] ?? null },
    'report-misuse': { verb: 'report', suspicion: 'misuse', who, text: slots['text'] ?? null },
    'report-fraud-words': { verb: 'report', suspicion: 'fraud', who: null, text: null, run: slots['text'] },
    'report-misuse-words': { verb: 'report', suspicion: 'misuse', who: null, text: null, run: slots['text'] },
    'policy-text': { verb, who, language: slots['language'] ?? null },
    'policy-given': { verb, who, day: slots['day'] ?? null, how: nameIn(grammar.ways, slots['way']) },
    agreements: { verb, who },
    promise: {
      verb: 'agree',
      about: { kind: 'promise', who, sum: slots['sum'] ?? null, day: slots['day'] ?? null },
    },
    plan: plan('month'),
    'plan-weekly': plan('week'),
    dispute: {
      verb: 'agree',
      about: {
        kind: 'dispute',
        who: slots['invoice'] ?? null,
        sum: slots['sum'] ?? null,
        reason: slots['text'] ?? null,
      },
    },
    exempt: {
      verb: 'agree',
      about: { kind: 'exemption', who, day: slots['day'] ?? null, reason: slots['text'] ?? null },
    },
    paid: { verb: 'agree', about: { kind: 'paid-mark', who, sum: slots['sum'] ?? null } },
    budget: { verb, who, amount: slots['sum'] ?? null },
    credit: { verb, who },
    'credit-limit': {
      verb,
      who,
      amount: slots['sum'] ?? '',
      review: slots['day'] ?? null,
      text: slots['text'] ?? null,
    },
    'credit-hold': { verb, who, text: slots['text'] ?? null },
    'credit-release': { verb, who, text: slots['text'] ?? null },
    dossier: { verb, who, handedIn: false },
    'dossier-handed-in': { verb: 'dossier', who, handedIn: true },
    'final-notice': { verb, who, until: slots['day'] ?? null },
    remind: { verb, who, kind: null },
    'write-reminder': { verb: 'remind', who, kind: 'reminder' },
    'write-final-notice': { verb: 'remind', who, kind: 'final-notice' },
    'customer-language': { verb, who, tongue: slots['tongue'] ?? null },
    address: { verb, who, said: slots['email'] ?? null },
    'show-case': { verb, case: slots['case']?.toUpperCase() },
    delivery: { verb, case: slots['case']?.toUpperCase() },
    'change-case': { verb, case: slots['case']?.toUpperCase() },
    'route-here': { verb: 'route', topic, change: 'here' },
    'route-to': {
      ...(topic === 'fraud' ? { verb: 'route-fraud', only: null } : { verb: 'route', topic }),
      change: { to: slots['place'] },
    },
    'route-off': { verb: 'route', topic, change: 'off' },
    ...Object.fromEntries(
      (['here', 'off', 'to'] as const).map((how) => {
        const change = how === 'to' ? { to: slots['place'] } : how
        const { time = null, zone = null } = slots
        return [`route-digest-${how}`, { verb: 'route-digest', change, time, zone }]
      }),
    ),
    'route-fraud-here': { verb: 'route-fraud', only, change: 'here' },
    'route-fraud-off': { verb: 'route-fraud', only, change: 'off' },
    'route-fraud-to': { verb: 'route-fraud', only, change: { to: slots['place'] } },
    'role-give': { verb: 'role', change: 'give', role, person },
    'role-take': { verb: 'role', change: 'take', role, person },
    stop: { verb, lane },
    restart: { verb, lane },
    act: { verb, lane },
    'watch-only': { verb, lane },
    become: { verb, role },
    link: { verb, code: slots['code'] ?? null },
    unlink: { verb, person: slots['person'] ?? null },
    'language-here': { verb, said: slots['tongue'] ?? '' },
    language: { verb, said: (slots['text'] ?? '').replace(/。$/u, '') },
  }
  return (intents[verb] ?? { verb }) as Intent
}

/** A suspension for a reason that nobody knows: whether the words behind a name belong to it is told by the directory. */
function heardAs(said: string, intent: Intent | null): unknown {
  if (said !== 'suspend-because' || intent?.verb !== 'suspend' || intent.whoAlone === undefined) return folded(intent)
  const { verb, reason, whoAlone: who } = intent
  return folded({ verb, who, reason })
}

/** Free words keep their meaning, not their full width. */
function folded(intent: Intent | null): unknown {
  return JSON.parse(JSON.stringify(intent).normalize('NFKC'))
}

const all = languagesFrom(everyLanguage, 'en', 'UTC')

for (const catalogue of everyLanguage) {
  const { borrowed, grammar, name, messages } = catalogue
  const understand = understanding(catalogue)
  const words = speak(catalogue, 'Asia/Taipei')
  const others = everyLanguage
    .filter((other) => other !== catalogue)
    .map((other) => ({ other, own: all.best(other.tag), hears: understanding(other) }))

  describe(`what one may say in ${name}`, () => {
    for (const [verb, phrases] of Object.entries(grammar.verbs)) {
      for (const said of phrases) {
        it(`means ${verb}: ${said}`, () => {
          for (const { sentence, slots } of filled(catalogue, said)) {
            const wanted = folded(meant(verb, slots, catalogue))
            assert.deepEqual(heardAs(verb, understand(sentence)), wanted, sentence)
            // Words that are passed on keep their full stop.
            if (slots['text'] === undefined && slots['email'] === undefined)
              assert.deepEqual(heardAs(verb, understand(`${sentence}。 `)), wanted, sentence)
          }
        })
      }
    }

    it('is not another thing in another language', () => {
      for (const [verb, phrases] of Object.entries(grammar.verbs)) {
        for (const said of phrases) {
          for (const { sentence, slots } of filled(catalogue, said)) {
            const wanted = folded(meant(verb, slots, catalogue))
            for (const { other, own, hears } of others) {
              const heard = hears(sentence)
              if (heard === null || isDeepStrictEqual(heardAs(verb, heard), wanted)) continue
              // Languages share words, “ticket” most of all: what counts is what is heard in the setting of the other.
              assert.deepEqual(heardAs(verb, all.understand(sentence, own)), wanted, `${sentence} in ${other.name}`)
            }
          }
        }
      }
    })

    it('does not take the answer to a question for a sentence', () => {
      const { reasons, topics, severities, answers } = grammar
      for (const word of [reasons, topics, severities, answers].flatMap((list) => Object.values(list).flat()))
        for (const { hears } of [{ hears: understand }, ...others]) {
          // “fraud” alone lists alerts; while something is asked, it is the answer.
          const heard = hears(word)
          assert(heard === null || (heard.verb === 'alerts' && heard.bare), word)
        }
    })

    it('is understood with each filter', () => {
      const number = { over: { overDays: 60 }, 'at-least': { fromDays: 60 } } as const
      for (const [filter, phrases] of Object.entries(grammar.filters)) {
        for (const said of phrases) {
          for (const [lane, lanes] of Object.entries(grammar.lanes)) {
            for (const word of lanes) {
              const filters = said.replace('{number}', '60').replace('{lane}', word).replace('{amount}', '5000 EUR')
              const expected: Readonly<Record<string, object>> = {
                ...number,
                lane: { lane },
                above: { above: { minor: 500000, currency: 'EUR' } },
                mine: { mine: true },
                page: {},
              }
              const sentence = phrase(grammar, 'overdue', { filters })
              const wanted = {
                verb: 'overdue',
                filters: { ...none, ...expected[filter] },
                page: filter === 'page' ? 60 : Number(/^page-(\d)$/u.exec(filter)?.[1] ?? 1),
              }
              assert.deepEqual(understand(sentence), wanted, sentence)
            }
          }
        }
      }
    })

    it('is what paging buttons say, whatever was asked', () => {
      for (const days of [{}, { overDays: 1 }, { overDays: 60 }, { fromDays: 60 }]) {
        for (const lane of [null, 'global', 'us-government', 'china'] as const) {
          for (const above of [
            null,
            { minor: 500050, currency: 'EUR' },
            { minor: 5000, currency: 'JPY' },
            { minor: 1, currency: 'KWD' },
          ]) {
            for (const mine of [false, true]) {
              for (const page of [1, 2, 12]) {
                const filters = { ...none, ...days, lane, above, mine }
                const sentence = pageSentence(filters, page, words)
                assert.deepEqual(understand(sentence), { verb: 'overdue', filters, page }, sentence)
              }
            }
          }
        }
      }
    })

    it('is what every other button says', () => {
      const overdue = phrase(grammar, 'overdue', { filters: '' }).trim()
      assert.deepEqual(understand(overdue), { verb: 'overdue', filters: none, page: 1 }, overdue)
      assert.deepEqual(understand(phrase(grammar, 'customer-of-list')), { verb: 'customer', who: null })
      assert.deepEqual(understand(phrase(grammar, 'never-mind')), { verb: 'never-mind' })
      assert.deepEqual(understand(phrase(grammar, 'link')), { verb: 'link', code: null })
      for (const customer of names) {
        for (const verb of ['suspend', 'resume', 'holds', 'match', 'ticket', 'customer'])
          assert.deepEqual(understand(phrase(grammar, verb, { customer })), meant(verb, { customer }, catalogue))
        const asked = phrase(grammar, 'final-notice', { customer, day: wordFor(grammar, 'days', 'next-5') })
        assert.deepEqual(
          understand(asked),
          meant('final-notice', { customer, day: wordFor(grammar, 'days', 'next-5') }, catalogue),
        )
      }
    })

    it('is what help and other messages tell people to say', () => {
      // A language that is only begun says in English what it has no words for yet.
      const own = Object.entries(messages).filter(([key]) => !borrowed.includes(key))
      const examples = own
        .filter(([key]) => key.startsWith('help.') && key !== 'help.title' && key !== 'help.demo')
        .flatMap(([, line]) =>
          line.split(/; | · /u).filter((part) => /[:：](?!\d)/u.test(part) || line.startsWith(`${part} ·`)),
        )
        .map((part) => part.replace(/[:：](?!\d).*/u, ''))
      const quoted = [
        'stage.notice-missing',
        'suspension.nobody-reachable',
        'advice.no-account',
        'advice.no-final-notice',
        'overdue.filters',
        'overdue.or-customer',
        'role.nobody',
        'roles.how',
        'routes.how',
        'routes.unclear',
        'routes.nobody',
        'help.demo',
        'stranger.how',
        'greeting.text',
        'misunderstood',
        'refusal.not-matched',
      ].flatMap((key) =>
        borrowed.includes(key)
          ? []
          : [...(messages[key] ?? '').matchAll(/[“「«]([^”」»{]+)[”」»]/gu)].map(([, said = '']) => said),
      )
      assert(borrowed.length > 0 || (examples.length > 12 && quoted.length > 12))
      // A customer's button is named beside what may be said.
      const labels = new Set(Object.values(messages))
      for (const said of [...examples, ...quoted])
        if (!labels.has(said) || said === messages['button.link']) assert.notEqual(understand(said), null, said)
    })
  })
}
