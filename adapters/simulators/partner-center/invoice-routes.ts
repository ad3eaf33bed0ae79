import type { HttpServer } from '../../shared/http-server.ts'
import { admitted } from './admission.ts'
import { collection, pageAsked } from './collection.ts'
import { served, type ApiCall, type Handle } from './serve.ts'
import type { SimulatedInvoice } from './simulated-invoice.ts'
import type { Simulation } from './simulation.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'

/** The partner's own invoices, in all three clouds (facts/partner-center 1, 11). */
export function addInvoiceRoutes({ get }: HttpServer['routes'], simulation: Simulation): void {
  const open = (mayAppOnly: boolean, handle: Handle) =>
    served(
      simulation,
      admitted(
        simulation,
        () => mayAppOnly,
        (call) => (simulation.switches.ownInvoices === 'offered' ? handle(call) : { status: 404 }),
      ),
    )
  // 3.3: list and balance take both credentials; by number, and the balances per currency, a person only.
  get(
    '/v1/invoices',
    open(true, (call) => listed(simulation, call)),
  )
  get(
    '/v1/invoices/summary',
    open(true, () => ({ status: 200, body: summaries(simulation)[0] ?? summaryOf('USD', [], simulation) })),
  )
  get(
    '/v1/invoices/summaries',
    open(false, () => whole('/invoices/summaries', summaries(simulation), simulation)),
  )
  get(
    '/v1/invoices/:id',
    open(false, ({ params }) => {
      const invoice = simulation.world.invoices.find(({ id }) => id === params['id'])
      if (!invoice) throw new OperatorRefusal(404, 2000, 'There is no such invoice.')
      // 11: the link here expires after 30 minutes; in lists it is left out.
      return { status: 200, body: { ...shown(invoice, simulation), pdfDownloadLink: '/invoices/document.pdf' } }
    }),
  )
}

/** Index style (4.4); for modern invoices size and offset are ignored (11). */
function listed(simulation: Simulation, call: ApiCall): WireAnswer {
  const { world, switches } = simulation
  const all = world.invoices.map((invoice) => shown(invoice, simulation))
  if (switches.invoicePaging === 'ignored') return whole('/invoices', all, simulation)
  const asked = Number(call.query.get('size') ?? switches.invoicesPerPage)
  const size = Math.max(1, Math.min(Number.isInteger(asked) ? asked : 1, switches.invoicesPerPage))
  const page = collection('/invoices', all, pageAsked(call, 'index'), size, switches, 'index')
  // (?): no page shows the links of a list of invoices.
  return { status: 200, body: switches.invoiceLinks === 'next' ? page : { ...page, links: undefined } }
}

function shown({ id, date, total, paid, currency, documentType }: SimulatedInvoice, { switches }: Simulation): object {
  return {
    id,
    invoiceDate: `${date}T00:00:00Z`,
    billingPeriodStartDate: `${date.slice(0, 8)}01T00:00:00Z`,
    billingPeriodEndDate: `${date}T00:00:00Z`,
    totalCharges: total,
    // docs: invoice-resources: "negative if a payment was received"; samples of paid invoices are positive (?).
    paidAmount: switches.paidAmounts === 'negative' ? -paid : paid,
    currencyCode: currency,
    currencySymbol: '¤',
    invoiceDetails: [],
    amendments: [],
    documentType,
    invoiceType: 'Recurring',
    status: paid >= total ? 'paid' : 'unpaid',
    attributes: { objectType: 'Invoice' },
  }
}

function summaries(simulation: Simulation): readonly object[] {
  const currencies = [...new Set(simulation.world.invoices.map(({ currency }) => currency))]
  return currencies.map((currency) =>
    summaryOf(
      currency,
      simulation.world.invoices.filter((each) => each.currency === currency),
      simulation,
    ),
  )
}

function summaryOf(currency: string, own: readonly SimulatedInvoice[], simulation: Simulation): object {
  const balance = own.reduce(
    (sum, { total, paid, documentType }) => sum + (documentType === 'Invoice' ? total - paid : -Math.abs(total)),
    0,
  )
  return {
    balanceAmount: Math.round(balance * 100) / 100,
    currencyCode: currency,
    accountingDate: simulation.now(),
    firstInvoiceCreationDate: `${own[0]?.date ?? '0001-01-01'}T00:00:00`,
    lastPaymentDate: '0001-01-01T00:00:00',
    lastPaymentAmount: 0,
    latestInvoiceDate: `${own.at(-1)?.date ?? '0001-01-01'}T00:00:00`,
    details: [],
    attributes: { objectType: 'InvoiceSummary' },
  }
}

function whole(path: string, all: readonly object[], { switches }: Simulation): WireAnswer {
  return { status: 200, body: collection(path, all, 0, Math.max(1, all.length), switches, 'index') }
}
