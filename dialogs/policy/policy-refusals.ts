import type { PolicyRefusal } from '../../domain/policy/decide-policy.ts'
import type { ActivationRefusal } from '../../domain/policy/policy-desk.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { CodeRefusal } from '../../domain/staff/second-factor.ts'
import { codeRefusalLine } from '../phrases/code-refusal.ts'
import { mayNotAsk, mayNotDecide } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { policyChangeLine } from './policy-card.ts'

/** Why nobody was asked to put a policy in force, with what to do; faults line by line. */
export function activationRefused(refusal: ActivationRefusal, words: Words): Reply {
  if (refusal.code !== 'faulty') return said(activationLine(refusal, words), { tone: 'warning' })
  return {
    tone: 'warning',
    parts: [
      line(words.say('policy.faulty', { file: refusal.file, count: refusal.faults.length }), { weight: 'strong' }),
      ...refusal.faults.map((fault) => line(fault)),
    ],
  }
}

function activationLine(refusal: Exclude<ActivationRefusal, { code: 'faulty' }>, words: Words): string {
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotAsk('activate policy', words.say('refusal.not-allowed'), words)
    case 'nothing-changed':
      return words.say('policy.nothing-changed', { version: refusal.version })
    case 'no-file':
      return words.say('policy.no-file')
    case 'asked-before':
      return words.say('policy.asked-before', { case: refusal.case })
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}

/** Why a decision about a policy did not count, with what to do next. */
export function policyRefusalLine(refusal: PolicyRefusal | CodeRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.change.id,
        outcome: policyChangeLine(refusal.change, talk),
      })
    case 'not-allowed':
      return mayNotDecide('activate policy', words.say('refusal.not-an-approver'), words)
    case 'overtaken':
      return words.say('policy.overtaken', { version: refusal.version })
    case 'unreadable':
      return words.say('policy.unreadable')
    case 'code-wrong':
    case 'code-locked':
    case 'not-enrolled':
    case 'code-needed':
    case 'code-used':
      return codeRefusalLine(refusal, words)
    case 'own-request':
    case 'expired':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    default:
      return never(refusal)
  }
}
