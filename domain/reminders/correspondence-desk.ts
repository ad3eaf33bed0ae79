import { order } from '../outbox/orders.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import type { Stored } from '../ports/desk-store.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CustomerId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { blankCorrespondence, recipientOf, type Correspondence, type Recipient } from './correspondence.ts'
import { withImporter, type ImporterParts } from './importer-of.ts'
import { readAddress, type AddressRefusal, type ReadAddress } from './read-address.ts'

export type CorrespondenceRefusal =
  { readonly code: 'not-allowed' } | { readonly code: 'unknown-customer' } | VersionRefusal

/** How customers are written to: in which language, and at which address. */
export interface CorrespondenceDesk {
  /** What people set; null where nobody did. */
  correspondence(customer: CustomerId): Promise<Correspondence | null>
  recipient(customer: CustomerId): Promise<Recipient | null>
  setLanguage(customer: CustomerId, tag: string, by: Staff): Promise<Outcome<Correspondence, CorrespondenceRefusal>>
  /** Somebody else is asked to confirm it; one that was confirmed before, for this customer, needs no second look. */
  enterAddress(
    customer: CustomerId,
    said: string,
    by: Staff,
  ): Promise<
    Outcome<{ readonly read: ReadAddress; readonly confirmed: boolean }, CorrespondenceRefusal | AddressRefusal>
  >
  /** Mail may go there from now on. Whoever typed it, or alone imported it, never confirms it; one of the ledger takes one other. */
  confirmAddress(
    pressed: { readonly customer: CustomerId; readonly address: string },
    by: Staff,
  ): Promise<Outcome<Recipient, CorrespondenceRefusal | { readonly code: 'own-request' }>>
}

type CorrespondenceParts = DeciderParts & ImporterParts & { readonly book: StandingBook }

export function createCorrespondenceDesk(parts: CorrespondenceParts): CorrespondenceDesk {
  const { store, book, now, newId } = parts
  const read = async (customer: CustomerId) => {
    const [found, books] = await Promise.all([store.get('correspondence', customer), book.today()])
    return { found, of: books.of(customer), value: found?.value ?? blankCorrespondence(customer) }
  }
  const saving = (value: Correspondence, found: Stored<Correspondence> | null) =>
    ({ kind: 'correspondence', id: value.customer, value, basedOn: found?.version ?? null }) as const

  return {
    correspondence: async (customer) => (await store.get('correspondence', customer))?.value ?? null,
    async recipient(customer) {
      const { of, value } = await read(customer)
      return of && withImporter(recipientOf(value, of.customer), of.customer, parts)
    },

    setLanguage: (customer, language, by) =>
      unlessStale<Correspondence, CorrespondenceRefusal>(async () => {
        if (!mayAsk(by.roles, 'remind customer')) return refused({ code: 'not-allowed' })
        const { found, of, value } = await read(customer)
        if (!of) return refused({ code: 'unknown-customer' })
        const next = { ...value, language }
        if (value.language === language) return granted(next)
        const audit = { at: now(), by: by.id, what: 'correspondence.language-set', about: customer, customer }
        await store.commit({ save: [saving(next, found)], audit: [{ ...audit, details: { language } }] })
        return granted(next)
      }),

    enterAddress: (customer, said, by) =>
      unlessStale<{ readonly read: ReadAddress; readonly confirmed: boolean }, CorrespondenceRefusal | AddressRefusal>(
        async () => {
          if (!mayAsk(by.roles, 'set address')) return refused({ code: 'not-allowed' })
          const outcome = readAddress(said)
          if (!outcome.ok) return outcome
          const { address } = outcome.value
          const { found, of, value } = await read(customer)
          if (!of) return refused({ code: 'unknown-customer' })
          const confirmed = value.confirmed.some((each) => each.address === address)
          // Said again by somebody else, it is still the first one's word.
          if (value.entered?.address === address) return granted({ read: outcome.value, confirmed })
          const at = now()
          await store.commit({
            save: [saving({ ...value, entered: { address, by: by.id, at } }, found)],
            audit: [
              {
                ...{ at, by: by.id, what: 'correspondence.address-entered', about: customer, customer },
                details: { address },
              },
            ],
            outbox: confirmed
              ? []
              : [
                  order(
                    newId,
                    {
                      kind: 'announce-news',
                      news: { kind: 'new-address', customer, name: of.customer.name, address, by: by.id },
                    },
                    at,
                  ),
                ],
          })
          return granted({ read: outcome.value, confirmed })
        },
      ),

    confirmAddress: ({ customer, address }, by) =>
      unlessStale<Recipient, CorrespondenceRefusal | { readonly code: 'own-request' }>(async () => {
        const { found, of, value } = await read(customer)
        if (!of) return refused({ code: 'unknown-customer' })
        const recipient = await withImporter(recipientOf(value, of.customer), of.customer, parts)
        const may = recipient?.from === 'person' ? mayApprove : mayAsk
        if (!may(by.roles, 'set address')) return refused({ code: 'not-allowed' })
        if (recipient?.address !== address) return refused({ code: 'changed-since' })
        if (recipient.confirmed) return granted(recipient)
        if (recipient.enteredBy === by.id || recipient.importedBy === by.id) return refused({ code: 'own-request' })
        const at = now()
        await store.commit({
          save: [saving({ ...value, confirmed: [...value.confirmed, { address, by: by.id, at }] }, found)],
          audit: [
            {
              ...{ at, by: by.id, what: 'correspondence.address-confirmed', about: customer, customer },
              details: { address, from: recipient.from },
            },
          ],
        })
        return granted({ ...recipient, confirmed: true })
      }),
  }
}
