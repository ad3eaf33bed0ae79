import type { Actor } from '../audit/audit-entry.ts'
import { caseId } from '../cases/case.ts'
import type { PolicyDeed } from '../cases/case-deed.ts'
import { decider, expirer, saveOf, type Consequences, type DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { PolicyDraft, PolicyReader } from '../ports/policy-reader.ts'
import type { CaseId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { unlessStale, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import { proofs } from '../staff/proofs.ts'
import type { CodeRefusal } from '../staff/second-factor.ts'
import type { SecondFactorDesk } from '../staff/second-factor-desk.ts'
import type { Staff } from '../staff/staff.ts'
import type { CollectionsPolicy } from './collections-policy.ts'
import * as decisions from './decide-policy.ts'
import { policyEnd, type PolicyChange } from './policy-change.ts'
import { differencesOf } from './policy-facts.ts'
import type { PolicyInForce } from './policy-in-force.ts'
import { versionId, type PolicyVersion } from './policy-version.ts'

/** Why nobody is asked, with what only the desk can see. */
export type ActivationRefusal =
  | decisions.PolicyAskRefusal
  | { readonly code: 'no-file' }
  | { readonly code: 'asked-before'; readonly case: CaseId }
  | VersionRefusal

/** Why there is no other policy to be tried. */
export type EditedRefusal =
  Exclude<decisions.PolicyAskRefusal, { readonly code: 'not-allowed' }> | { readonly code: 'no-file' }

type Decided<Refusal = never> = Promise<Outcome<PolicyChange, decisions.PolicyRefusal | Refusal | VersionRefusal>>

/** Which policy rules, and how another one comes to. */
export interface PolicyDesk {
  inForce(): PolicyVersion
  /** Every version that ever ruled, the newest first. */
  versions(): Promise<readonly PolicyVersion[]>
  /** The first half of activating a policy: what `draft` says, or the edited file where it is null. `by`: who typed it. */
  ask(
    draft: { readonly file: string; readonly text: string } | null,
    staff: Staff,
    askedIn: PlaceId | null,
    by?: Actor,
  ): Promise<Outcome<PolicyChange, ActivationRefusal>>
  /** A second person's yes, with their code where one is needed: from then on it rules. */
  activate(at: CaseAt, code: string, by: Staff): Decided<CodeRefusal>
  /** A no; the asker's own takes it back. */
  reject(at: CaseAt, by: Staff): Decided
  expire(id: CaseId): Promise<void>
  /** What the edited file says, where it could be activated and says something else than what rules. */
  edited(): Promise<
    Outcome<{ readonly file: string; readonly sha256: string; readonly policy: CollectionsPolicy }, EditedRefusal>
  >
  /** How the edited file differs from what rules: not at all, in its words, or because it cannot be read. */
  drafted(): Promise<'none' | 'same' | 'differs' | { readonly faults: readonly string[] }>
}

interface PolicyParts extends DeciderParts {
  readonly inForce: PolicyInForce
  /** Null where policies cannot be changed. */
  readonly policies: { readonly reader: PolicyReader; readonly draft: PolicyDraft } | null
  readonly secondFactors: Pick<SecondFactorDesk, 'prove'>
}

export function createPolicyDesk(parts: PolicyParts): PolicyDesk {
  const { store, now, newId, inForce, policies } = parts
  const decide = decider('policy-change', parts)
  const proving = proofs(parts.secondFactors)
  /** What a text is compared with: what rules, as its own text says it. */
  const ruling = () => {
    const { text, file, number } = inForce.version()
    return { number, policy: policies && text !== '' ? policies.reader.read(text, file) : inForce.policy }
  }
  const recorded = (by: string, what: PolicyDeed) => (next: PolicyChange, at: Instant) =>
    consequences(next, at, by, what)

  return {
    inForce: () => inForce.version(),
    versions: async () =>
      (await store.list('policy-version'))
        .map(({ value }) => value)
        .toSorted((one, other) => other.number - one.number),

    async ask(given, staff, askedIn, by = staff.id) {
      const draft = given ?? (await policies?.draft()) ?? null
      if (!policies || draft === null) return refused({ code: 'no-file' })
      const [open] = await store.list('policy-change', { open: true })
      if (open) return refused({ code: 'asked-before', case: open.id })
      const at = now()
      const { reader } = policies
      const id = caseId('policy-change', await store.nextNumber('V'))
      const outcome = decisions.askPolicy(
        { ...draft, sha256: reader.hash(draft.text) },
        { id, by: staff, reading: reader.check(draft.text), inForce: ruling(), now: at },
      )
      if (!outcome.ok) return outcome
      const { audit } = consequences(outcome.value, at, by, 'policy.asked')
      return unlessStale<PolicyChange, ActivationRefusal>(async () => {
        await store.commit({
          save: [saveOf('policy-change', id, outcome.value, null)],
          audit,
          outbox: [
            order(newId, { kind: 'post-case', case: id, askedIn }, at),
            order(newId, { kind: 'expire-case', case: id }, policyEnd(outcome.value)),
          ],
        })
        return granted(outcome.value)
      })
    },

    async activate(at, code, by) {
      const outcome = await proving<PolicyChange, decisions.PolicyRefusal | CodeRefusal>((prove) =>
        decide<decisions.PolicyRefusal | CodeRefusal>(
          at,
          async (change, moment) => {
            const yes = decisions.activatePolicy(change, { by, version: inForce.version().number, now: moment })
            if (yes.ok && policies?.reader.check(change.text).policy === null) return refused({ code: 'unreadable' })
            if (!yes.ok || !change.stepUp) return yes
            return (await prove(by, code, at.case)) ?? yes
          },
          (next, moment) => {
            const { also, ...rest } = consequences(next, moment, by.id, 'policy.activated')
            const version = versionOf(next)
            const save = version && [
              { kind: 'policy-version', id: versionId(version.number), value: version, basedOn: null } as const,
            ]
            return prove.alongWith({ ...rest, also: { ...also, save: save ?? [] } })
          },
        ),
      )
      const version = outcome.ok ? versionOf(outcome.value) : null
      if (version) inForce.takeOver(version)
      return outcome
    },

    reject: (at, by) =>
      decide(
        at,
        (change, moment) => decisions.rejectPolicy(change, { by, now: moment }),
        (next, moment) =>
          recorded(by.id, next.status === 'withdrawn' ? 'policy.withdrawn' : 'policy.rejected')(next, moment),
      ),
    expire: expirer('policy-change', parts, decisions.expirePolicy, recorded('desk', 'policy.expired')),

    async edited() {
      const draft = await policies?.draft()
      if (!policies || !draft) return refused({ code: 'no-file' })
      const { policy, faults } = policies.reader.check(draft.text)
      if (policy === null || faults.length > 0) return refused({ code: 'faulty', file: draft.file, faults })
      const { number, policy: rules } = ruling()
      if (differencesOf(rules, policy).length === 0) return refused({ code: 'nothing-changed', version: number })
      return granted({ file: draft.file, sha256: policies.reader.hash(draft.text), policy })
    },

    async drafted() {
      const draft = await policies?.draft()
      if (!policies || !draft) return 'none'
      const { policy, faults } = policies.reader.check(draft.text)
      if (policy === null) return { faults }
      if (differencesOf(ruling().policy, policy).length === 0) return 'same'
      return faults.length > 0 ? { faults } : 'differs'
    },
  }
}

/** The version that an activated change became; null for any other. */
function versionOf(change: PolicyChange): PolicyVersion | null {
  if (change.status !== 'activated') return null
  const { version: number, text, sha256, file, endedAt: since, askedBy, confirmedBy, id } = change
  return { number, text, sha256, from: 'activated', file, since, by: [askedBy, confirmedBy], case: id }
}

function consequences(next: PolicyChange, at: Instant, by: Actor, what: PolicyDeed): Consequences {
  const { id, file, sha256, basis, differences, askedBy, status } = next
  const version = next.status === 'activated' ? { version: next.version } : {}
  return {
    audit: [{ at, by, what, about: id, details: { status, file, sha256, basis, askedBy, differences, ...version } }],
    orders: [
      { kind: 'update-cards', case: id },
      // What waits may no longer be called for.
      ...(what === 'policy.activated' ? [{ kind: 'recheck-debt', customer: null } as const] : []),
      ...(what === 'policy.asked' || what === 'policy.withdrawn'
        ? []
        : [{ kind: 'tell-staff', case: id, staff: askedBy } as const]),
    ],
  }
}
