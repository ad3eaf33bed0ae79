import type { Field } from './understanding.ts'

/**
 * The words accounting systems use, by language. To teach a language, add a block; case, accents, spaces and
 * punctuation do not matter. Each field has tiers: a word of an earlier tier is preferred, and only two columns of
 * the same tier are asked about.
 */
interface LanguageWords {
  readonly headers: Readonly<Record<Field, readonly (readonly string[])[]>>
  /** How a row begins that sums up everything, or a part. */
  readonly total: readonly string[]
  readonly subtotal: readonly string[]
  /** Stand before the as-of date in a title line. */
  readonly asOf: readonly string[]
  /** In a line with one of these, the date after it is another one. */
  readonly notAsOf: readonly string[]
  readonly types: {
    readonly invoice: readonly string[]
    readonly credit: readonly string[]
    readonly payment: readonly string[]
  }
  /** January first; each with its short forms. */
  readonly months: readonly (readonly string[])[]
  /** Headers of an aged summary's amount columns. */
  readonly ageBands: readonly RegExp[]
}

const english: LanguageWords = {
  headers: {
    customerNumber: [
      [
        'customer number',
        'customer no',
        'customer id',
        'customer code',
        'cust no',
        'cust id',
        'client number',
        'client no',
        'client id',
        'client code',
        'debtor number',
        'debtor no',
        'debtor code',
      ],
      [
        'account number',
        'account no',
        'account code',
        'account id',
        'contact number',
        'contact id',
        'contact account number',
      ],
      ['account'],
    ],
    customerName: [
      ['customer name', 'client name', 'debtor name', 'contact name', 'customer full name'],
      ['customer', 'client', 'debtor', 'contact'],
      ['account name', 'bill to', 'bill to name', 'company name'],
      ['name'],
    ],
    domain: [['domain', 'domain name', 'primary domain', 'customer domain', 'default domain', 'tenant domain']],
    tenantId: [
      [
        'tenant id',
        'customer tenant id',
        'microsoft tenant id',
        'microsoft id',
        'entra tenant id',
        'azure tenant id',
        'azure ad tenant id',
        'directory id',
      ],
      ['tenant'],
    ],
    country: [['country', 'country code', 'country region', 'customer country', 'billing country']],
    company: [['company', 'company code', 'legal entity', 'entity', 'business unit', 'subsidiary']],
    lane: [['lane', 'cloud', 'operator']],
    documentNumber: [
      [
        'invoice number',
        'invoice no',
        'invoice id',
        'document number',
        'document no',
        'doc number',
        'doc no',
        'transaction number',
        'transaction no',
        'voucher number',
        'voucher no',
      ],
      ['invoice', 'document', 'number', 'num', 'no'],
      ['reference', 'invoice reference', 'ref', 'ref no'],
    ],
    documentType: [['document type', 'doc type', 'transaction type', 'invoice type', 'voucher type'], ['type']],
    issueDate: [
      ['invoice date', 'issue date', 'date issued', 'issued', 'issued on', 'document date'],
      ['transaction date', 'posting date', 'date'],
    ],
    dueDate: [
      [
        'due date',
        'date due',
        'due on',
        'due by',
        'invoice due date',
        'net due date',
        'payment due date',
        'payment due',
      ],
    ],
    originalAmount: [
      [
        'amount',
        'total',
        'total amount',
        'invoice amount',
        'invoice total',
        'original amount',
        'gross',
        'gross amount',
        'total amount including tax',
        'amount including tax',
      ],
    ],
    openAmount: [
      [
        'open balance',
        'open amount',
        'amount open',
        'remaining amount',
        'amount remaining',
        'remaining balance',
        'amount due',
        'invoice amount due',
        'balance due',
        'outstanding',
        'outstanding amount',
        'amount outstanding',
        'outstanding balance',
        'unpaid',
        'unpaid amount',
        'amount unpaid',
      ],
      ['remaining', 'open', 'balance', 'due'],
    ],
    currency: [['currency', 'currency code', 'curr', 'ccy', 'invoice currency']],
    lineText: [
      ['line description', 'item description', 'product service', 'product name', 'line text'],
      ['description', 'item', 'product', 'memo description', 'memo'],
    ],
    lineAmount: [['line amount', 'line total', 'item amount', 'line net amount', 'extended amount']],
    subscriptionId: [['subscription id', 'subscription guid', 'microsoft subscription id', 'csp subscription id']],
  },
  total: ['total', 'totals', 'grand total', 'sum', 'overall total', 'report total'],
  subtotal: ['subtotal', 'sub total', 'sub-total', 'percentage of total'],
  asOf: ['as of', 'as at', 'as on', 'aged as of', 'aged as at', 'report date', 'balance date'],
  notAsOf: [],
  types: {
    invoice: ['invoice', 'inv', 'sales invoice', 'tax invoice', 'accrec', 'bill', 'debit note', 'dr', 'debit'],
    credit: ['credit', 'credit note', 'credit memo', 'sales credit memo', 'accreccredit', 'cn', 'cr'],
    payment: ['payment', 'receipt', 'customer payment', 'prepayment', 'overpayment', 'deposit', 'cash receipt'],
  },
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  ageBands: [
    /^(current|not (yet )?due|older|overdue)$/,
    /^[<>]?\s*\d{1,3}\s*(-|–|to)\s*\d{1,3}(\s*days?)?(\s*(past due|overdue))?$/,
    /^[<>]?\s*\d{1,3}\+?\s*(months?|days?)$/,
    /^(over|more than|>)\s*\d{1,3}(\s*days?)?$/,
    /^\d{1,3}(\+| and over| or more)(\s*days?)?(\s*(past due|overdue))?$/,
  ],
}

const german: LanguageWords = {
  headers: {
    customerNumber: [
      [
        'Kundennummer',
        'Kunden-Nr',
        'KundenNr',
        'Kd-Nr',
        'Debitorennummer',
        'Debitoren-Nr',
        'Debitornummer',
        'Debitor-Nr',
        'Deb-Nr',
        'Personenkonto',
      ],
      ['Kontonummer', 'Konto-Nr', 'Debitor', 'Konto'],
    ],
    customerName: [
      ['Kundenname', 'Debitorenname', 'Name des Kunden'],
      ['Kunde'],
      ['Kontobezeichnung', 'Firma', 'Name', 'Name 1'],
    ],
    domain: [['Domäne', 'Domain']],
    tenantId: [['Tenant-ID', 'Microsoft-Mandanten-ID']],
    country: [['Land', 'Länderkennzeichen', 'Ländercode', 'Land/Region']],
    company: [['Mandant', 'Buchungskreis', 'Gesellschaft']],
    lane: [['Cloud']],
    documentNumber: [
      ['Rechnungsnummer', 'Rechnungs-Nr', 'Rechnungsnr', 'Re-Nr', 'Belegnummer', 'Beleg-Nr', 'OP-Nummer', 'OP-Nr'],
      ['Belegfeld 1', 'Rechnung', 'Beleg', 'Nummer', 'Nr'],
      ['Referenz'],
    ],
    documentType: [
      ['S/H', 'Soll/Haben', 'Soll/Haben-Kennzeichen', 'S/H-Kennzeichen', 'S/H-Kz'],
      ['Belegart', 'Belegtyp', 'Art', 'Typ'],
    ],
    issueDate: [
      ['Rechnungsdatum', 'Belegdatum', 'Ausstellungsdatum'],
      ['Datum', 'Buchungsdatum'],
    ],
    dueDate: [
      ['Fälligkeit', 'Fälligkeitsdatum', 'Fälligkeitstermin', 'Fällig am', 'Fällig', 'zahlbar bis', 'Nettofälligkeit'],
    ],
    originalAmount: [
      ['Betrag', 'Rechnungsbetrag', 'Gesamtbetrag', 'Bruttobetrag', 'Brutto', 'Summe', 'Ursprungsbetrag', 'Umsatz'],
    ],
    openAmount: [
      [
        'Offener Betrag',
        'Betrag offen',
        'Offener Saldo',
        'Restbetrag',
        'Offener Posten',
        'OP-Betrag',
        'OP-Saldo',
        'Noch offen',
        'Offene Summe',
        'Offener Rechnungsbetrag',
        'Restforderung',
      ],
      ['Saldo', 'Offen', 'Rest'],
    ],
    currency: [['Währung', 'Währungscode', 'Währungskennzeichen', 'WKZ', 'Whg']],
    lineText: [
      ['Positionstext', 'Artikelbezeichnung'],
      ['Buchungstext', 'Artikel', 'Bezeichnung', 'Leistung', 'Beschreibung'],
    ],
    lineAmount: [['Positionsbetrag', 'Zeilenbetrag', 'Einzelbetrag']],
    subscriptionId: [['Abonnement-ID', 'Abo-ID', 'Subscription-ID']],
  },
  total: ['Summe', 'Gesamt', 'Gesamtsumme', 'Endsumme', 'Gesamtbetrag', 'Gesamtsaldo'],
  subtotal: ['Zwischensumme', 'Teilsumme'],
  asOf: ['Stand', 'Stand vom', 'Stichtag', 'per', 'zum', 'Offene Posten per', 'Offene Posten zum', 'Auswertung zum'],
  notAsOf: ['fällig', 'zahlbar'],
  types: {
    invoice: ['Rechnung', 'RE', 'RG', 'AR', 'Ausgangsrechnung', 'Faktura', 'S', 'Soll', 'Lastschrift'],
    credit: ['Gutschrift', 'GS', 'GU', 'Rechnungskorrektur', 'H', 'Haben'],
    payment: ['Zahlung', 'ZA', 'Zahlungseingang', 'Anzahlung', 'Überzahlung'],
  },
  months: [
    ['Januar', 'Jan', 'Jänner'],
    ['Februar', 'Feb', 'Feber'],
    ['März', 'Mär', 'Mrz'],
    ['April', 'Apr'],
    ['Mai'],
    ['Juni', 'Jun'],
    ['Juli', 'Jul'],
    ['August', 'Aug'],
    ['September', 'Sep', 'Sept'],
    ['Oktober', 'Okt'],
    ['November', 'Nov'],
    ['Dezember', 'Dez'],
  ],
  ageBands: [
    /^(nicht fällig|noch nicht fällig|älter|überfällig)$/,
    /^\d{1,3}\s*(-|–|bis)\s*\d{1,3}(\s*tage)?$/,
    /^(über|mehr als|ab|>)\s*\d{1,3}(\s*tagen?)?$/,
  ],
}

export const languages: readonly LanguageWords[] = [english, german]
