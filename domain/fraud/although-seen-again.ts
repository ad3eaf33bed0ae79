import type { AlertDeed } from '../cases/case-deed.ts'
import type { decider } from '../cases/decide-case.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { CaseAt } from '../shared/versioned.ts'

type DecideAlert = ReturnType<typeof decider<'fraud-alert'>>

/** What changes nothing that somebody decides by: it was seen once more, or its cost was read. */
const seenAgain: ReadonlySet<string> = new Set<AlertDeed>(['fraud-alert.repeated', 'fraud-alert.spend-read'])

const mostTries = 5

/**
 * The same road of a decision, but a press still counts where the alert was only seen again since its card was shown:
 * in a storm a card is never up to date, and nobody could claim it. Whoever else decided meanwhile, or a graver
 * severity, still makes it stale.
 */
export function althoughSeenAgain(decide: DecideAlert, store: DeskStore): DecideAlert {
  return async (at, rule, consequences) => {
    for (let tries = 1; ; tries += 1) {
      const version = await versionFor(at, store)
      const outcome = await decide({ ...at, version }, rule, consequences)
      const isBehind = !outcome.ok && (outcome.refusal as { readonly code: string }).code === 'changed-since'
      if (!isBehind || tries === mostTries || version === (await versionFor(at, store))) return outcome
    }
  }
}

/**
 * The version that stands, where nothing but repetitions lie between it and what was shown; else the one that was
 * shown.
 */
async function versionFor(at: CaseAt, store: DeskStore): Promise<number> {
  const found = await store.get('fraud-alert', at.case)
  if (!found || found.version <= at.version) return at.version
  // Each version of an alert has one entry of the audit: it is written in the same commit.
  const entries = (await store.auditOf(at.case)).filter(({ what }) => what.startsWith('fraud-alert.'))
  const [shown, ...since] = entries.slice(at.version - 1)
  const isSame = since.every(
    ({ what, details }) => seenAgain.has(what) && details?.['severity'] === shown?.details?.['severity'],
  )
  return isSame ? found.version : at.version
}
