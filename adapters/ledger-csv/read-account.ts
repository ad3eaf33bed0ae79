import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import { readAddress } from '../../domain/reminders/read-address.ts'
import { granted, refused, type Outcome } from '../../domain/shared/outcome.ts'
import { guid } from './guid.ts'
import type { Positions } from './map-columns.ts'
import { companyOf, countryOf } from './scope-values.ts'
import { cellOf, type DataRow } from './sort-rows.ts'
import type { BadRowReason, Field } from '../../domain/receivables/understanding.ts'

/** What one row says about its customer. */
export interface AccountFacts {
  readonly key: string
  readonly number: string
  /** True where the name stands in for a missing number. */
  readonly byName: boolean
  readonly name: string
  readonly domain: string | null
  readonly tenantId: string | null
  /** Whether the cell of the tenant id holds something that is none. */
  readonly wrongTenantId: boolean
  /** As the domain reads one; null where the cell is empty or is not exactly one, of which none is picked. */
  readonly email: string | null
  /** Whether the cell of the address holds something that is not exactly one. */
  readonly wrongEmail: boolean
  /** Who looks after them, as it is written; null where the cell is empty. */
  readonly owner: string | null
  readonly company: string | null
  readonly country: string | null
}

const identity = [
  'customerNumber',
  'customerName',
  'company',
  'country',
  'domain',
  'tenantId',
  'email',
  'owner',
] as const

/** Says whose row it is; rows of one customer that say the same of it share one answer. */
export function accountReader(
  positions: Positions,
  scope: ImportScope,
): (row: DataRow) => Outcome<AccountFacts, BadRowReason> {
  const known = new Map<string, Outcome<AccountFacts, BadRowReason>>()
  return (row) => {
    let key = row.group ?? ''
    for (const field of identity) key += `\0${cellOf(row, positions, field)}`
    let found = known.get(key)
    if (!found) known.set(key, (found = readAccount(row, positions, scope)))
    return found
  }
}

/** A row that names another company or country than the import speaks for is none of its business. */
function readAccount(row: DataRow, positions: Positions, scope: ImportScope): Outcome<AccountFacts, BadRowReason> {
  const cell = (field: Field) => cellOf(row, positions, field)
  const ownNumber = cell('customerNumber')
  const name = cell('customerName') || (ownNumber === '' ? (row.group ?? '') : '')
  if (ownNumber === '' && name === '') return refused({ code: 'no-customer' })

  const named = {
    company: cell('company') === '' ? null : companyOf(cell('company')),
    country: cell('country') === '' ? null : countryOf(cell('country')),
  }
  for (const kind of ['company', 'country'] as const) {
    if (scope.kind === kind && named[kind] !== null && named[kind] !== scope.value) {
      return refused({ code: 'outside-scope', text: cell(kind), scope })
    }
  }
  const company = scope.kind === 'company' ? scope.value : named.company
  const email = readAddress(cell('email'))
  const number = ownNumber === '' ? plainName(name) : ownNumber
  return granted({
    key: `${bookOf(scope, company)}:${number}`,
    number,
    byName: ownNumber === '',
    name: name === '' ? number : name,
    domain: domainOf(cell('domain')),
    tenantId: guid.test(cell('tenantId')) ? cell('tenantId').toLowerCase() : null,
    wrongTenantId: cell('tenantId') !== '' && !guid.test(cell('tenantId')),
    email: email.ok ? email.value.address : null,
    wrongEmail: cell('email') !== '' && !email.ok,
    owner: cell('owner').replace(/\s+/g, ' ').trim() || null,
    company,
    country: scope.kind === 'country' ? scope.value : named.country,
  })
}

/**
 * Whose numbers they are: number 88 of Italy's books is not number 88 of Spain's. Where a lane's list and a country's
 * tell of the same books, their customer has two accounts, as it would count twice anyway: see decision 0006.
 */
function bookOf({ kind, value }: ImportScope, company: string | null): string {
  return company ?? `${kind} ${value}`
}

/** `https://www.contoso.com/` in a domain column means contoso.com; what is no domain is none. */
function domainOf(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^www\./, '')
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(plain) ? plain : null
}

function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
