import { canonical } from '../audit/audit-entry.ts'
import { decider, type DeciderParts } from '../cases/decide-case.ts'
import { granted, refused } from '../shared/outcome.ts'
import type { CaseAt } from '../shared/versioned.ts'
import { consequencesOf, type EndRequestsOf } from './import-consequences.ts'
import type { ImportEffect } from './ledger-import.ts'

/** What it would do is no longer what was shown. */
export type EffectChanged = { readonly code: 'effect-changed'; readonly effect: ImportEffect }

/** Who looks after whom does not count: people assign meanwhile, and their word wins whatever was shown. */
export function differs(a: ImportEffect, b: ImportEffect): boolean {
  return canonical({ ...a, owners: null }) !== canonical({ ...b, owners: null })
}

export function changed(effect: ImportEffect) {
  return refused({ code: 'effect-changed', effect } as const)
}

/** Shows what it does now: the next yes must be to that. */
export async function mendCard(
  at: CaseAt,
  effect: ImportEffect,
  parts: DeciderParts & { readonly endRequestsOf: EndRequestsOf },
): Promise<void> {
  const { endRequestsOf } = parts
  await decider('ledger-import', parts)<never>(
    at,
    (record) =>
      granted(record.status === 'undo-asked' ? { ...record, undo: { ...record.undo, effect } } : { ...record, effect }),
    (next, moment) =>
      consequencesOf(next, { what: 'replanned', by: 'desk', at: moment, active: null, rematched: [], endRequestsOf }),
  )
}
