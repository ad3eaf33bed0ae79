import type { DeciderParts } from '../cases/decide-case.ts'
import type { Customer } from '../customers/customer.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { CustomerNote } from './customer-note.ts'
import { idsOf } from '../customers/ids-of.ts'

/** Why nothing is written down. */
export type NoteRefusal = { readonly code: 'not-allowed' } | { readonly code: 'note-empty' }

/** What people write down about customers. */
export interface NoteDesk {
  write(customer: Customer, text: string, by: Staff): Promise<Outcome<CustomerNote, NoteRefusal>>
  /** The newest first. */
  of(customer: Customer): Promise<readonly CustomerNote[]>
}

export function createNoteDesk({ store, now, newId }: DeciderParts): NoteDesk {
  return {
    async write(customer, text, by) {
      if (!mayAsk(by.roles, 'note customer')) return refused({ code: 'not-allowed' })
      if (text.trim() === '') return refused({ code: 'note-empty' })
      const at = now()
      const value: CustomerNote = { id: newId(), customer: customer.id, text: text.trim(), by: by.id, at }
      await store.commit({
        save: [{ kind: 'customer-note', id: value.id, value, basedOn: null }],
        audit: [{ at, by: by.id, what: 'customer-note.written', about: value.id, customer: customer.id }],
      })
      return granted(value)
    },

    async of(customer) {
      const found = await Promise.all(idsOf(customer).map((id) => store.list('customer-note', { customer: id })))
      // Two of one moment stay in the order in which they were written.
      return found
        .flat()
        .map(({ value }) => value)
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        .reverse()
    },
  }
}
