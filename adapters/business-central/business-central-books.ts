import type { z } from 'zod'
import {
  noSuchCompany,
  nothingShown,
  whichCompany,
  type KnownAs,
  type LedgerSource,
  type PulledLedger,
} from '../../domain/ports/ledger-source.ts'
import { itemKey } from '../../domain/receivables/open-item.ts'
import type { PullNote } from '../../domain/receivables/pull-note.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { dayAt } from '../../domain/shared/time.ts'
import { accountKey, accountOf, currencyOf, LeftOutDocuments, unaddressed, type Books } from './books.ts'
import { openBusinessCentral, type Query } from './client.ts'
import { service } from './faults.ts'
import { freeCredits } from './free-credits.ts'
import { creditMemos, debtorOf, openInvoices, openStatuses } from './open-documents.ts'
import { surroundings, type BusinessCentralConfig, type BusinessCentralDeps } from './settings.ts'
import * as wire from './wire.ts'

/** A company's books in Business Central (API v2.0). Throws an ordinary error when the addresses cannot be used. */
export function openBusinessCentralBooks(config: BusinessCentralConfig, deps: BusinessCentralDeps): LedgerSource {
  const client = openBusinessCentral(config, deps)
  const { now, timeZone, pageSize } = surroundings(deps)

  async function company() {
    const all = await client.all('companies', wire.companyWire, { select: wire.fieldsOf(wire.companyWire) })
    const wanted = config.company?.toLowerCase() ?? null
    const found =
      wanted === null ? all : all.filter((one) => Object.values(one).some((name) => name.toLowerCase() === wanted))
    const [only, ...others] = found
    if (only !== undefined && others.length === 0) return only
    throw new OutsideFault({
      service,
      kind: 'not-found',
      code: only === undefined ? noSuchCompany : whichCompany,
      description: all
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 1024),
    })
  }

  /** Null where it is kept from us. */
  const readable = async <Answer>(asked: Promise<Answer>): Promise<Answer | null> => {
    try {
      return await asked
    } catch (fault) {
      if (fault instanceof OutsideFault && !fault.retryable) return null
      throw fault
    }
  }

  const reading = (id: string) => {
    const below = `companies(${id})/`
    const all = <Shape extends z.ZodObject>(name: string, shape: Shape, query: Partial<Query> = {}) =>
      client.all(below + name, shape, { select: wire.fieldsOf(shape), ...query })
    const isOpen = { filter: openStatuses.map((status) => `status eq '${status}'`).join(' or ') }
    return {
      information: (query?: Partial<Query>) => all('companyInformation', wire.companyInformationWire, query),
      customers: (query?: Partial<Query>) => all('customers', wire.customerWire, query),
      invoices: (query: Partial<Query> = {}) => {
        const { salesInvoiceLines, ...own } = wire.invoiceWire.shape
        void salesInvoiceLines
        const expand = `salesInvoiceLines($select=${wire.fieldsOf(wire.lineWire).join(',')})`
        return all('salesInvoices', wire.invoiceWire, {
          select: Object.keys(own),
          ...isOpen,
          expand,
          pageSize,
          ...query,
        })
      },
      memos: (query: Partial<Query> = {}) =>
        all('salesCreditMemos', wire.creditMemoWire, { ...isOpen, pageSize, ...query }),
      aged: (query?: Partial<Query>) => all('agedAccountsReceivables', wire.agedWire, query),
    }
  }

  return {
    name: service,
    title: 'Business Central',
    settings: 'BUSINESS_CENTRAL',

    async pull(knownAs: KnownAs = () => null): Promise<PulledLedger> {
      const asOf = dayAt(now(), timeZone)
      const { id, name: called } = await company()
      const name = knownAs(id) ?? called
      const read = reading(id)
      const [information] = (await readable(read.information())) ?? []
      const customers = new Map((await read.customers()).map((one) => [one.number, one]))
      const books: Books = { scope: { kind: 'company', value: name }, local: null, customers }
      const known = { ...books, local: currencyOf(books, information?.currencyCode ?? '') }
      const invoices = onceEach(await read.invoices())
      const memos = onceEach(await read.memos())
      // Last: what was paid meanwhile is then in the balance, and counts as paid.
      const aged = await readable(read.aged())
      if (
        invoices.length === 0 &&
        aged?.some(({ customerNumber, balanceDue }) => customerNumber !== '' && balanceDue > 0)
      )
        // Who may not read posted invoices is shown an empty list, and no error.
        throw new OutsideFault({ service, kind: 'unauthorised', code: nothingShown })

      const leftOut = new LeftOutDocuments()
      const open = openInvoices(invoices, known, leftOut)
      const { credits, notes } = freeCredits({ open, memos: creditMemos(memos, known, leftOut), aged }, known)
      const items = [...open, ...credits].sort((a, b) => (itemKey(a) < itemKey(b) ? -1 : 1))
      const names = new Map([...memos, ...invoices].map((one) => [accountKey(known, debtorOf(one)), one.billToName]))
      const renamed: readonly PullNote[] = name === called ? [] : [{ code: 'renamed', was: name, name: called }]
      const numbers = new Set(items.map(({ account }) => account.slice(name.length + 1)))
      return {
        scope: known.scope,
        complete: true,
        asOf,
        accounts: [...numbers].map((number) => accountOf(known, number, names.get(accountKey(known, number)) ?? '')),
        items,
        kept: [],
        closed: [],
        rows: invoices.length + memos.length,
        notes: [
          ...notes,
          ...leftOut.notes(),
          ...billedToAnother(invoices),
          ...unaddressed([...numbers], known),
          ...renamed,
        ],
        books: id,
      }
    },

    async look() {
      const { id, name } = await company()
      const read = reading(id)
      const few = { top: 1 }
      const tried = {
        companyInformation: await readable(read.information(few)),
        customers: await readable(read.customers(few)),
        salesInvoices: await readable(read.invoices(few)),
        salesCreditMemos: await readable(read.memos(few)),
        agedAccountsReceivables: await readable(read.aged(few)),
      }
      const keptFromUs = Object.entries(tried).flatMap(([what, answer]) => (answer === null ? [what] : []))
      return { company: name, currency: tried.companyInformation?.[0]?.currencyCode || null, keptFromUs }
    },
  }
}

/** A document that moved between two pages is told twice; what was told last holds. */
function onceEach<Document extends { readonly number: string }>(documents: readonly Document[]): readonly Document[] {
  return [...new Map(documents.map((one) => [one.number, one])).values()]
}

function billedToAnother(invoices: readonly wire.InvoiceWire[]): readonly PullNote[] {
  const documents = invoices.filter((one) => debtorOf(one) !== one.customerNumber).length
  return documents === 0 ? [] : [{ code: 'billed-to-another', documents }]
}
