import type { DeciderParts } from '../cases/decide-case.ts'
import type { Customer } from '../customers/customer.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { CustomerId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { addDays, dayAt, type Day } from '../shared/time.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { nextWorkingDay } from '../shared/working-days.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { isSkipped, type Skip } from './skip.ts'

/** Nobody may be forgotten: further ahead takes an agreement or an exemption, which others see and which ends. */
export const mostSkippedDays = 31

/** Why somebody stays part of the day's work. */
export type SkipRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'words-needed' }
  | { readonly code: 'day-not-ahead'; readonly until: Day }
  | { readonly code: 'day-too-far'; readonly until: Day; readonly latest: Day }
  | { readonly code: 'skipped-already'; readonly skip: Skip }

/** Who is left out of the day's work, until when and why. */
export interface SkipDesk {
  /** `until` null: the next working day. */
  skip(
    customer: Customer,
    asked: { readonly until: Day | null; readonly because: string },
    by: Staff,
  ): Promise<Outcome<Skip, SkipRefusal | VersionRefusal>>
  /** Who is left out on a day, by the id it was written down for; of several the newest counts. */
  on(day: Day): Promise<ReadonlyMap<CustomerId, Skip>>
}

export function createSkipDesk(
  parts: DeciderParts & { readonly policy: Pick<CollectionsPolicy, 'calendar'> },
): SkipDesk {
  const { store, policy, now, newId } = parts

  return {
    async skip(customer, { until: asked, because }, by) {
      if (!mayAsk(by.roles, 'skip customer')) return refused({ code: 'not-allowed' })
      const at = now()
      const { calendar } = policy
      const today = dayAt(at, calendar.timeZone)
      const until = asked ?? nextWorkingDay(today, calendar)
      const latest = addDays(today, mostSkippedDays)
      if (until <= today) return refused({ code: 'day-not-ahead', until })
      if (until > latest) return refused({ code: 'day-too-far', until, latest })
      const words = because.trim()
      if (words === '') return refused({ code: 'words-needed' })
      const before = await store.list('skip', { customer: customer.id })
      const last = before.at(-1)?.value
      // A button is easily pressed twice.
      if (last?.until === until && last.because === words) return refused({ code: 'skipped-already', skip: last })
      const value: Skip = { id: newId(), customer: customer.id, until, because: words, by: by.id, at }
      const over = before.filter((each) => !isSkipped(each.value, today))
      return unlessStale<Skip, never>(async () => {
        await store.commit({
          save: [{ kind: 'skip', id: value.id, value, basedOn: null }],
          remove: over.map(({ id, version }) => ({ kind: 'skip', id, basedOn: version })),
          audit: [
            {
              at,
              by: by.id,
              what: 'skip.decided',
              about: value.id,
              customer: customer.id,
              details: { until, because: words },
            },
          ],
        })
        return granted(value)
      })
    },

    async on(day) {
      const all = (await store.list('skip')).map(({ value }) => value)
      const last = new Map(all.map((skip) => [skip.customer, skip]))
      return new Map([...last].filter(([, skip]) => isSkipped(skip, day)))
    },
  }
}
