import type agreements from '../languages/en/agreements.json'
import type buttons from '../languages/en/buttons.json'
import type credit from '../languages/en/credit.json'
import type digest from '../languages/en/digest.json'
import type fraud from '../languages/en/fraud.json'
import type help from '../languages/en/help.json'
import type ledger from '../languages/en/ledger.json'
import type letters from '../languages/en/letters.json'
import type names from '../languages/en/names.json'
import type operators from '../languages/en/operators.json'
import type overdue from '../languages/en/overdue.json'
import type policy from '../languages/en/policy.json'
import type refusals from '../languages/en/refusals.json'
import type resumption from '../languages/en/resumption.json'
import type staff from '../languages/en/staff.json'
import type suspension from '../languages/en/suspension.json'
import type talk from '../languages/en/talk.json'
import type tickets from '../languages/en/tickets.json'

/** Every sentence of the desk has a key; English has them all, and every other language the same ones. */
export type MessageKey =
  | keyof typeof agreements
  | keyof typeof buttons
  | keyof typeof credit
  | keyof typeof digest
  | keyof typeof fraud
  | keyof typeof help
  | keyof typeof ledger
  | keyof typeof letters
  | keyof typeof names
  | keyof typeof operators
  | keyof typeof overdue
  | keyof typeof policy
  | keyof typeof refusals
  | keyof typeof resumption
  | keyof typeof staff
  | keyof typeof suspension
  | keyof typeof talk
  | keyof typeof tickets
