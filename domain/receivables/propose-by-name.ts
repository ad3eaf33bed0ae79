import type { OperatorCustomer } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'

const mostProposed = 5

// What a register adds to a name; people leave it out or write it differently.
const legalForms = new Set(
  (
    'ag bv co corp corporation cv gmbh group gruppe holding inc incorporated kg kk kgaa limited llc llp ltd ltda me ' +
    'mbh nv ohg oy oyj plc pte pty pvt sa sarl sas se sl spa srl ug und and the 株式会社 有限会社 合同会社 有限公司 ' +
    '股份有限公司 ооо оао зао пао ао'
  ).split(' '),
)

/**
 * Operator customers whose name looks like this one, likeliest first. Only ever a proposal: a person confirms the
 * pair. With a lane given, other lanes' customers are not looked at.
 */
export function proposeByName(
  name: string,
  customers: readonly OperatorCustomer[],
  lane: Lane | null = null,
): readonly OperatorCustomer[] {
  const wanted = words(name)
  return customers
    .filter((customer) => lane === null || customer.lane === lane)
    .map((customer) => ({ customer, likeness: likeness(wanted, words(customer.name)) }))
    .filter(({ likeness }) => likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness || (a.customer.name < b.customer.name ? -1 : 1))
    .slice(0, mostProposed)
    .map(({ customer }) => customer)
}

/** What tells one company name from another, to compare: the same for `Contoso GmbH` and `contoso`; empty without letters. */
export function coreName(name: string): string {
  return [...words(name)].sort().join(' ')
}

/** Whether two names have nothing in common: they are not two spellings of one company. Without letters nothing is told. */
export function areStrangers(a: string, b: string): boolean {
  if (a === b) return false
  const [wordsOfA, wordsOfB] = [[...words(a)], [...words(b)]]
  if (wordsOfA.length === 0 || wordsOfB.length === 0) return false
  return !wordsOfA.some((one) => wordsOfB.some((other) => isWithin(one, other) || isWithin(other, one)))
}

/** `Contoso` in `ContosoPharma`; East Asian names stand without spaces, and two letters of them tell much. */
function isWithin(part: string, whole: string): boolean {
  const telling = /^[\p{Script=Latin}\p{N}]*$/u.test(part) ? 3 : 2
  return part === whole || (part.length >= telling && whole.includes(part))
}

/** The telling words of a company name: case, accents, punctuation and legal forms are left out. */
function words(name: string): ReadonlySet<string> {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase()
  const parts = plain.replace(/[.'’]/g, '').split(/[^\p{L}\p{N}]+/u)
  return new Set(parts.map(withoutForm).filter((part) => part !== '' && !legalForms.has(part)))
}

/** East Asian names carry the form without a space. */
function withoutForm(part: string): string {
  return part.replace(/^(株式会社|有限会社|合同会社)|(株式会社|有限会社|股份有限公司|有限公司)$/u, '')
}

/** Shared words over all words of both: 1 for the same name. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / (a.size + b.size - shared)
}
