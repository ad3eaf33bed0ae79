import type { DeskStore } from '../ports/desk-store.ts'
import type { PolicyReader } from '../ports/policy-reader.ts'
import type { Clock } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { CollectionsPolicy } from './collections-policy.ts'
import { versionId, type PolicyVersion } from './policy-version.ts'

/** The version that rules, for everybody who holds on to it: nothing needs to be told when another one is activated. */
export interface PolicyInForce {
  /**
   * What rules at the moment of reading. Only the time zone stays as it was when the desk started: days that are counted
   * would be told in another one.
   */
  readonly policy: CollectionsPolicy
  version(): PolicyVersion
  /** Takes over what was just kept in the store. */
  takeOver(version: PolicyVersion): void
}

interface Opening {
  readonly store: DeskStore
  readonly reader: PolicyReader
  readonly now: Clock
  /** What becomes version 1 where the store knows none. */
  readonly first: () => Promise<Pick<PolicyVersion, 'from' | 'file' | 'text'>>
  /** What this desk reads out of a version beyond its text; the demo has no Friday brake of its own. */
  readonly adjust?: (policy: CollectionsPolicy, version: PolicyVersion) => CollectionsPolicy
}

/** Puts the newest version in the store in force; at the very first start the one that is found. Throws as the reader does. */
export async function openPolicyInForce(opening: Opening): Promise<PolicyInForce> {
  const { reader, adjust = (policy) => policy } = opening
  const parsed = (version: PolicyVersion) => adjust(reader.read(version.text, nameOf(version)), version)
  const newest = await untilFresh(() => newestVersion(opening))
  return inForce(newest, parsed)
}

/** A policy that nobody can change: for desks that keep no versions. */
export function fixedPolicy(policy: CollectionsPolicy): PolicyInForce {
  const only: PolicyVersion = {
    ...{ number: 1, text: '', sha256: '', from: 'default', file: 'default-policy.yaml' },
    ...{ since: '1970-01-01T00:00:00.000Z', by: [], case: null },
  }
  return inForce(only, () => policy)
}

/** How a version's text is called where something is wrong with it. */
function nameOf({ number, file }: PolicyVersion): string {
  return `version ${number} of the policy (${file})`
}

async function newestVersion({ store, reader, now, first }: Opening): Promise<PolicyVersion> {
  const known = (await store.list('policy-version')).map(({ value }) => value)
  const newest = known.toSorted((one, other) => one.number - other.number).at(-1)
  if (newest) return newest
  const { from, file, text } = await first()
  // Refused before anything is kept.
  reader.read(text, file)
  const at = now()
  const version = { number: 1, text, sha256: reader.hash(text), from, file, since: at, by: [], case: null }
  await store.commit({
    save: [{ kind: 'policy-version', id: versionId(1), value: version, basedOn: null }],
    audit: [
      {
        at,
        by: 'desk',
        what: 'policy.found',
        about: 'policy',
        details: { version: 1, file, from, sha256: version.sha256 },
      },
    ],
  })
  return version
}

function inForce(first: PolicyVersion, parsed: (version: PolicyVersion) => CollectionsPolicy): PolicyInForce {
  let version = first
  let current = parsed(first)
  const { timeZone } = current.calendar
  const keys = Object.keys(current) as (keyof CollectionsPolicy)[]
  const reading = keys.map((key) => [key, { enumerable: true, get: () => current[key] }] as const)
  return {
    policy: Object.defineProperties({}, Object.fromEntries(reading)) as CollectionsPolicy,
    version: () => version,
    takeOver(next) {
      if (next.number <= version.number) return
      const policy = parsed(next)
      current = { ...policy, calendar: { ...policy.calendar, timeZone } }
      version = next
    },
  }
}
