import type { OwnBalance, OwnInvoice, OwnInvoices } from '../../../domain/ports/own-invoices.ts'
import { minorDigits, type Currency } from '../../../domain/shared/money.ts'
import type { PartnerCenterClient } from '../client.ts'
import { readable } from '../readable.ts'
import { pageOf } from '../wire.ts'
import { moneyOf } from '../spending/usage-wire.ts'
import { invoiceWire, summaryWire, type InvoiceOnWire } from './invoice-wire.ts'

/** As many as one page is asked for. */
const perPage = 200

/** What the operator of one lane asks of the partner itself (facts/partner-center 11). */
export function openOwnInvoices(client: PartnerCenterClient): OwnInvoices {
  const page = pageOf(invoiceWire)

  /** Size and offset are ignored for modern invoices: what comes round again is told by its number. */
  async function all(): Promise<readonly InvoiceOnWire[]> {
    const found = new Map<string, InvoiceOnWire>()
    for (let offset = 0; ;) {
      const query = { size: String(perPage), offset: String(offset) }
      const { items, next } = client.read(page, await client.call({ method: 'GET', path: 'v1/invoices', query }))
      const fresh = items.filter(({ id }) => !found.has(id))
      for (const item of fresh) found.set(item.id, item)
      if (fresh.length === 0 || (next === null && items.length < perPage)) return [...found.values()]
      offset += items.length
    }
  }

  return {
    async invoices() {
      const found = await readable(all())
      const invoices = found?.flatMap(invoiceOf) ?? null
      return invoices && invoices.sort((one, other) => (one.issuedOn < other.issuedOn ? -1 : 1))
    },

    async balances() {
      // Per currency in a person's name only (3.3); the other is in one currency, and better than nothing.
      const each = await readable(client.call({ method: 'GET', path: 'v1/invoices/summaries' }))
      if (each !== null) return client.read(pageOf(summaryWire), each).items.map(balanceOf)
      const one = await readable(client.call({ method: 'GET', path: 'v1/invoices/summary' }))
      return one && [balanceOf(client.read(summaryWire, one))]
    },
  }
}

/** Credit notes are no debt, and an amount that cannot be counted is none either. */
function invoiceOf(wire: InvoiceOnWire): readonly OwnInvoice[] {
  const { id, invoiceDate: issuedOn, totalCharges, paidAmount, currencyCode, documentType } = wire
  const isNote = (documentType ?? '').toLowerCase().replace(/[^a-z]/g, '') === 'creditnote'
  if (isNote || totalCharges <= 0) return []
  const total = moneyOf(totalCharges, currencyCode)
  // Whichever sign the operator gives a payment, it is one.
  const open = moneyOf(Math.max(0, totalCharges - Math.abs(paidAmount ?? 0)), currencyCode)
  return total && open ? [{ id, issuedOn, total, open }] : []
}

function balanceOf({
  balanceAmount,
  currencyCode,
  accountingDate,
}: {
  readonly balanceAmount: number
  readonly currencyCode: Currency
  readonly accountingDate: OwnBalance['asOf']
}): OwnBalance {
  const minor = Math.round(balanceAmount * 10 ** minorDigits(currencyCode))
  return { balance: { minor, currency: currencyCode }, asOf: accountingDate }
}
