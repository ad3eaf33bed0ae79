import { customerFinder } from '../../dialogs/understanding/find-customer.ts'
import { phrase } from '../../dialogs/understanding/phrase.ts'
import { languagesFrom, type Languages } from '../../dialogs/words/languages.ts'
import { joinCustomers } from '../../domain/customers/customer-directory.ts'
import { everyLanguage } from '../kit/languages.ts'

// One sentence in every language, with ten thousand customers: from what was typed to whom it means. Each sentence is
// heard twenty times and its median counts, after a round that nobody counts: these machines are noisy.

/** Milliseconds, at the 95th of a hundred. */
const promised = { exact: 1, prefix: 1, fuzzy: 10, nobody: 10 } as const

const heads =
  'Contoso Fabrikam Northwind Adatum Tailspin Woodgrove Litware Proseware Alpine Margie Lamna Relecloud'.split(' ')
const tails = 'Pharma Traders Logistics Energy Foods Robotics Printing Insurance Travel Steel Textiles Media'.split(' ')
const forms = ['Ltd', 'GmbH', 'S.A.', 'Inc.', 'K.K.', 'Ltda']
const han = [...'大數據電力國際貿易科技通運金融石化海山星光']
const cyrillic = 'Ромашка Вектор Заря Восход Березка Горизонт Каскад Меридиан'.split(' ')

function nameOf(at: number): string {
  const of = <One>(list: readonly One[], by: number) => list[Math.floor(at / by) % list.length]
  if (at % 10 === 1) return `${of(han, 10)}${of(han, 7)}${of(han, 130)}${of(han, 3)}股份有限公司`
  if (at % 10 === 2) return `ООО ${of(cyrillic, 10)} ${at}`
  return `${of(heads, 1)} ${of(tails, 12)} ${of(forms, 144)} ${at}`
}

const customers = Array.from({ length: 10_000 }, (_, at) => ({
  lane: 'global' as const,
  tenantId: `5f3c1d6e-0000-4000-8000-${String(at).padStart(12, '0')}`,
  name: nameOf(at),
  domain: `c${at}.example`,
}))
const directory = joinCustomers([], customers, new Map(), new Map())
const find = customerFinder()
const languages = languagesFrom(everyLanguage, 'en', 'Asia/Taipei')

const called: Readonly<Record<keyof typeof promised, readonly string[]>> = {
  exact: [10, 811, 2222, 4005, 7777].map(nameOf),
  prefix: ['contoso pharma 1', 'woodg', 'northwind tra', '大數', 'ромаш', 'litware ene'],
  fuzzy: ['contosso pharma', 'wodgrove', 'nortwhind tra', '大數劇電力', 'ромшка', 'litwre energy'],
  nobody: ['zzyzx', 'wholly unknown people', '誰也不是', 'неизвестная фирма'],
}

const started = performance.now()
languages.understand('overdue', languages.best('en'))
console.log(`first sentence, with every grammar compiled: ${(performance.now() - started).toFixed(1)} ms`)
const indexed = performance.now()
find(directory, 'contoso')
console.log(`names indexed: ${(performance.now() - indexed).toFixed(0)} ms`)

const rows = Object.entries(promised).map(([kind, most]) => {
  const said = sentences(languages, called[kind as keyof typeof promised])
  for (let round = 0; round < 3; round += 1) for (const one of said) hear(one)
  const took = said.map((one) => median(Array.from({ length: 20 }, () => hear(one)))).sort((a, b) => a - b)
  const at = (share: number) => took[Math.floor(took.length * share)] ?? 0
  const row = { kind, sentences: said.length, p50: at(0.5), p95: at(0.95), most: took.at(-1) ?? 0, promised: most }
  if (row.p95 >= most) process.exitCode = 1
  return row
})
console.log(`${everyLanguage.length} languages, ${customers.length} customers; ms for one sentence`)
console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, rounded(value)]))))
console.log(`memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)

/** Every language asks for each customer, and one sentence in each has a long slot. */
function sentences({ all }: Languages, names: readonly string[]) {
  return all.flatMap((own) =>
    names.flatMap((customer) => [
      { own, said: phrase(own.grammar, 'customer', { customer }) },
      { own, said: phrase(own.grammar, 'suspend', { customer }) },
    ]),
  )
}

function hear({ own, said }: ReturnType<typeof sentences>[number]): number {
  const before = performance.now()
  const intent = languages.understand(said, own)
  if (intent && 'who' in intent && intent.who) find(directory, intent.who)
  else throw new Error(`not understood: ${said}`)
  return performance.now() - before
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}

function rounded(value: string | number): string | number {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value
}
