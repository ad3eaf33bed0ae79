import { isOpenTicket } from '../domain/service-requests/service-request.ts'
import type { CaseId } from '../domain/shared/ids.ts'
import type { Outcome } from '../domain/shared/outcome.ts'
import { waitsForDecision, type AnyCase } from '../domain/cases/case.ts'
import { caseCard, caseLine } from './case-card.ts'
import { maySee } from './may-see.ts'
import { forReaders, type Talk } from './talk.ts'
import { said, type Reply } from './vocabulary/reply.ts'

/** What a press did: the pressed card as it stands now, and what else is to be said. */
export interface Performed {
  readonly card: Reply | null
  readonly said: Reply | null
  /** A conversation that the press begins, with what is known already. */
  readonly begins?: { readonly script: string; readonly draft: object }
}

/** Whether or not the press counted, its card is brought up to date; a press that did not count says why. */
export async function decided<Refusal extends { readonly code: string }>(
  id: CaseId,
  outcome: Outcome<unknown, Refusal>,
  refusalLine: (refusal: Refusal, talk: Talk) => string,
  talk: Talk,
): Promise<Performed> {
  const found = await talk.desk.cards.read(id)
  // What a press names is the presser's word: a card is shown to those who could ask for it.
  const seen = found && maySee(found.kind, talk.by) ? found : null
  const card = seen && caseCard(seen, forReaders(talk))
  if (outcome.ok) return { card, said: null }
  // Whoever was faster may have left something to decide, or nothing.
  const over = outcome.refusal.code === 'changed-since' && seen !== null && !waitsForDecision(seen) && !goesOn(seen)
  if (over) return { card, said: warning(dealtWith(seen, talk)) }
  const about = fieldOf[outcome.refusal.code]
  const why = refusalLine(outcome.refusal, talk)
  return { card, said: said(why, { tone: 'warning', ...(about === undefined ? {} : { about }) }) }
}

/** The field of the pressed card that a refusal complains of. */
export const fieldOf: Readonly<Record<string, string>> = {
  'words-needed': 'words',
  'number-needed': 'number',
  'number-taken': 'number',
  'number-of-another': 'number',
  'same-severity': 'severity',
  'code-needed': 'code',
  'code-wrong': 'code',
  'code-used': 'code',
  'code-locked': 'code',
  'not-enrolled': 'code',
  'name-differs': 'name',
  'end-needed': 'until',
  'cannot-hold': 'to',
}

function dealtWith(found: AnyCase, talk: Talk): string {
  return talk.words.say('refusal.already-decided', { case: found.value.id, outcome: caseLine(found, talk) })
}

/** A ticket is nobody's decision, and still something to work on. */
function goesOn({ kind, value }: AnyCase): boolean {
  return kind === 'service-request' && isOpenTicket(value)
}

/** Why a press did nothing. */
export function warning(text: string): Reply {
  return said(text, { tone: 'warning' })
}
