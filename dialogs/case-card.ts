import type { AnyCase, CaseItself } from '../domain/cases/case.ts'
import { never } from '../domain/shared/outcome.ts'
import { budgetCard, budgetLine } from './budget/budget-card.ts'
import { creditCard, creditChangeLine } from './credit/credit-card.ts'
import { endingCard, endingLine, endingOutcome } from './ending/ending-card.ts'
import { brakeCard, brakeLine } from './lanes/brake-card.ts'
import { switchCard, switchLine } from './lanes/switch-card.ts'
import { troubleCard, troubleCaseLine } from './lanes/trouble-card.ts'
import { countdownCard, countdownLine } from './countdown/countdown-card.ts'
import { alertCard, alertLine } from './fraud/alert-card.ts'
import { importCard, importLine } from './ledger/import-card.ts'
import { policyCard, policyChangeLine } from './policy/policy-card.ts'
import { resumptionCard, resumptionLine, resumptionOutcome } from './resumption/resumption-card.ts'
import { roleChangeCard, roleChangeLine } from './staff/role-cards.ts'
import { outcomeLine, suspensionCard, suspensionOutcome } from './suspension/suspension-card.ts'
import type { CardTalk } from './talk.ts'
import { ticketCard, ticketLine } from './tickets/ticket-card.ts'
import { line, type Part, type Reply } from './vocabulary/reply.ts'
import { sightingCard, sightingLine } from './watch/sighting-card.ts'

/** The one card of any case, as it stands. */
export function caseCard(found: AnyCase, talk: CardTalk): Reply {
  switch (found.kind) {
    case 'suspension':
      return suspensionCard(found.value, found.version, talk)
    case 'resumption':
      return resumptionCard(found.value, found.version, talk)
    case 'ending':
      return endingCard(found.value, found.version, talk)
    case 'budget':
      return budgetCard(found.value, found.version, talk)
    case 'credit-change':
      return creditCard(found.value, found.version, talk)
    case 'service-request':
      return ticketCard(found.value, found.version, talk)
    case 'role-change':
      return roleChangeCard(found.value, found.version, talk)
    case 'policy-change':
      return policyCard(found.value, found.version, talk)
    case 'ledger-import':
      return importCard(found.value, found.version, talk)
    case 'sighting':
      return sightingCard(found.value, found.version, talk)
    case 'lane-switch':
      return switchCard(found.value, found.version, talk)
    case 'daily-brake':
      return brakeCard(found.value, found.version, talk)
    case 'lane-trouble':
      return troubleCard(found.value, found.version, talk)
    case 'countdown':
      return countdownCard(found.value, found.version, talk)
    case 'fraud-alert':
      return alertCard(found.value, found.version, talk)
    default:
      return never(found)
  }
}

/** How a case stands, in one line. */
export function caseLine(found: CaseItself, talk: CardTalk): string {
  switch (found.kind) {
    case 'suspension':
      return outcomeLine(found.value, talk)
    case 'resumption':
      return resumptionLine(found.value, talk)
    case 'ending':
      return endingLine(found.value, talk)
    case 'budget':
      return budgetLine(found.value, talk)
    case 'credit-change':
      return creditChangeLine(found.value, talk)
    case 'service-request':
      return ticketLine(found.value, talk)
    case 'role-change':
      return roleChangeLine(found.value, talk)
    case 'policy-change':
      return policyChangeLine(found.value, talk)
    case 'ledger-import':
      return importLine(found.value, talk)
    case 'sighting':
      return sightingLine(found.value, talk)
    case 'lane-switch':
      return switchLine(found.value, talk)
    case 'daily-brake':
      return brakeLine(found.value, talk)
    case 'lane-trouble':
      return troubleCaseLine(found.value, talk)
    case 'countdown':
      return countdownLine(found.value, talk)
    case 'fraud-alert':
      return alertLine(found.value, talk)
    default:
      return never(found)
  }
}

/** How a case stands, act by act where there are acts: what its requester is told. */
export function caseOutcome(found: AnyCase, talk: CardTalk): readonly Part[] {
  if (found.kind === 'suspension') return suspensionOutcome(found.value, talk)
  if (found.kind === 'resumption') return resumptionOutcome(found.value, talk)
  if (found.kind === 'ending') return endingOutcome(found.value, talk)
  return [line(caseLine(found, talk), { weight: 'strong' })]
}
