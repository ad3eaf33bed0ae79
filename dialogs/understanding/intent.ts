import type { Lane } from '../../domain/customers/lane.ts'
import type { EndingWay } from '../../domain/ending/ending-way.ts'
import type { LetterKind } from '../../domain/reminders/letter.ts'
import type { GivingWay } from '../../domain/policy/policy-given.ts'
import type { RouteOnly, RouteTopic } from '../../domain/routes/route.ts'
import type { CaseId } from '../../domain/shared/ids.ts'
import type { Money } from '../../domain/shared/money.ts'
import type { Role } from '../../domain/staff/powers.ts'
import type { SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import type { AgreementSaid } from '../agreements/agreement-draft.ts'
import type { NamedCustomer } from './named-customer.ts'
import type { Unclear } from './read-amount.ts'

/** What narrows the overdue list; null leaves it as wide as it is. */
export interface OverdueFilters {
  readonly overDays: number | null
  /** As {@link overDays}, the day itself included. */
  readonly fromDays: number | null
  readonly lane: Lane | null
  readonly above: Money | null
  readonly mine: boolean
}

/** What can be said of one ticket by its number. */
export type TicketVerb = 'note' | 'severity' | 'close' | 'reopen' | 'filed' | 'not-filed' | 'answer'

/** What a typed sentence asks for. Names and days are still as they were said; they are looked up where they are used. */
export type Intent =
  | { readonly verb: 'overdue'; readonly filters: OverdueFilters; readonly page: number }
  /** What stands beside “overdue” and is no filter may be a customer’s name, `who`; else `unread` is what to ask about. */
  | { readonly verb: 'overdue-of'; readonly who: string; readonly unread: string }
  /** Understood but for one thing, which is asked about instead of guessed. */
  | { readonly verb: 'unclear-amount'; readonly said: string; readonly why: Unclear }
  /** `at`: where in the sentence the amount ends. */
  | { readonly verb: 'which-currency'; readonly number: string; readonly sentence: string; readonly at: number }
  /** Two operators, amounts or numbers of days were asked for at once; `said` is the second. */
  | { readonly verb: 'overdue-twice'; readonly said: string }
  /** The whole list as a file. */
  | { readonly verb: 'overdue-csv'; readonly filters: OverdueFilters }
  /** Another page, without the list it is of. */
  | { readonly verb: 'page' }
  | { readonly verb: 'customer'; readonly who: string | null }
  /** `whoAlone`: the name without what may be a reason that the desk does not know, “contoso” of “contoso for fun”. */
  | {
      readonly verb: 'suspend'
      readonly who: string | null
      readonly reason: SuspensionReason | null
      readonly whoAlone?: string
      /** A later day, as it was said. */
      readonly on?: string
    }
  | { readonly verb: 'resume'; readonly who: string | null }
  | { readonly verb: 'holds'; readonly who: string | null }
  | { readonly verb: 'watch' }
  | { readonly verb: 'policy' | 'policy-versions' | 'policy-activate' | 'overdue-without-policy' }
  /** `language`: as it was said. */
  | { readonly verb: 'policy-text'; readonly who: string | null; readonly language: string | null }
  /** `day`: as it was said. */
  | {
      readonly verb: 'policy-given'
      readonly who: string | null
      readonly day: string | null
      readonly how: GivingWay | null
    }
  | { readonly verb: 'countdown' }
  /** How fast alerts were answered. */
  | { readonly verb: 'figures' }
  /** Who has Azure and no budget. */
  | { readonly verb: 'budgets' }
  /** `amount`: as it was said. */
  | { readonly verb: 'budget'; readonly who: string | null; readonly amount: string | null }
  /** What the partner itself owes its operators. */
  | { readonly verb: 'own-invoices' }
  /** Limits that are exceeded, and reviews that are due. */
  | { readonly verb: 'credits' }
  | { readonly verb: 'credit'; readonly who: string | null }
  /** `amount` and `review`: as they were said; `text`: why, as it was typed, maybe with the review day behind it. */
  | {
      readonly verb: 'credit-limit'
      readonly who: string | null
      readonly amount: string
      readonly review: string | null
      readonly text: string | null
    }
  /** `text`: why, as it was typed. */
  | { readonly verb: 'credit-hold'; readonly who: string | null; readonly text: string | null }
  | { readonly verb: 'credit-release'; readonly who: string | null; readonly text: string | null }
  /** What the operator's refund after fraud takes; `handedIn`: it was given to the operator. */
  | { readonly verb: 'dossier'; readonly who: string | null; readonly handedIn: boolean }
  /** `text`: what the operator wrote, as it was typed; `run`: a name and that, with nothing to tell them apart. */
  | {
      readonly verb: 'notice'
      readonly who: string | null
      readonly text: string | null
      readonly run?: string
    }
  /** `bare`: one word that may also be the answer to why something is to be suspended. */
  | { readonly verb: 'alerts'; readonly page: number; readonly bare?: true }
  /** `text`: what was seen, as it was typed; `run`: a name and that, with nothing to tell them apart. */
  | {
      readonly verb: 'report'
      readonly suspicion: 'fraud' | 'misuse'
      readonly who: string | null
      readonly text: string | null
      readonly run?: string
    }
  | { readonly verb: 'end'; readonly way: EndingWay; readonly who: string | null }
  | { readonly verb: 'match'; readonly who: string | null }
  /** `person`: as they were named; null asks whose it is. */
  | { readonly verb: 'assign'; readonly who: string | null; readonly person: string | null }
  /** `text`: as it was typed; `run`: a name and that, with nothing to tell them apart. */
  | { readonly verb: 'note'; readonly who: string | null; readonly text: string | null; readonly run?: string }
  | { readonly verb: 'notes'; readonly who: string | null }
  /** The day's work, narrowed as the overdue list is. */
  | { readonly verb: 'due'; readonly filters: OverdueFilters; readonly page: number }
  /** `until`, `because`: as they were said. */
  | {
      readonly verb: 'skip'
      readonly who: string | null
      readonly until: string | null
      readonly because: string | null
    }
  /** `on`: a day gone by, as it was said; null for today. */
  | { readonly verb: 'why' | 'why-not'; readonly who: string | null; readonly on: string | null }
  | { readonly verb: 'why-case'; readonly case: CaseId }
  /** What comes next for a customer, and when. */
  | { readonly verb: 'next'; readonly who: string | null }
  /** The last own step of today. */
  | { readonly verb: 'undo' }
  /** `from`: the case it comes from, which tells whom it is about. */
  | { readonly verb: 'ticket'; readonly who: string | null; readonly about: string | null; readonly from?: CaseId }
  /** Open ones; `mine`: opened by whoever asks. */
  | { readonly verb: 'tickets'; readonly mine: boolean; readonly page: number }
  /** `said`: a note, an answer, a severity or an operator's number, as it was typed. */
  | {
      readonly verb: 'change-ticket'
      readonly change: TicketVerb
      readonly case: CaseId
      readonly said: string | null
    }
  | { readonly verb: 'final-notice'; readonly who: string | null; readonly until: string | null }
  /** A letter to a customer; `kind` null: the one that the policy calls for. */
  | { readonly verb: 'remind'; readonly who: string | null; readonly kind: LetterKind | null }
  /** In which language a customer is written to; `tongue`: as it was called. */
  | { readonly verb: 'customer-language'; readonly who: string | null; readonly tongue: string | null }
  /** Where mail to a customer goes; `said`: as it was typed. */
  | { readonly verb: 'address'; readonly who: string | null; readonly said: string | null }
  /** What is agreed with a customer. */
  | { readonly verb: 'agreements'; readonly who: string | null }
  /** `about`: as it was said, amounts and days too. */
  | { readonly verb: 'agree'; readonly about: AgreementSaid }
  | { readonly verb: 'show-case'; readonly case: CaseId }
  /** What an open request covers is to be changed. */
  | { readonly verb: 'change-case'; readonly case: CaseId }
  | { readonly verb: 'waiting'; readonly page: number }
  | { readonly verb: 'policy-rehearse'; readonly page: number }
  | { readonly verb: 'routes' }
  | { readonly verb: 'route'; readonly topic: RouteTopic; readonly change: 'here' | 'off' | { readonly to: string } }
  /** Fraud, narrowed or to a channel by its name. */
  | {
      readonly verb: 'route-fraud'
      readonly only: RouteOnly | null
      readonly change: 'here' | 'off' | { readonly to: string }
    }
  /** As above, for one customer: `named` holds each way to tell the name from what else narrows it. */
  | {
      readonly verb: 'route-customer'
      readonly named: readonly NamedCustomer[]
      readonly change: 'here' | 'off' | { readonly to: string }
    }
  /** The morning digest; `time` and `zone` as they were said. */
  | {
      readonly verb: 'route-digest'
      readonly change: 'here' | 'off' | { readonly to: string }
      readonly time: string | null
      readonly zone: string | null
    }
  | { readonly verb: 'route-unclear'; readonly unread: string }
  /** Tries the channels for fraud, or the pager. */
  | { readonly verb: 'route-test' | 'route-test-pager' }
  /** Where the card of an alert came, and where not. */
  | { readonly verb: 'delivery'; readonly case: CaseId }
  | { readonly verb: 'lanes' }
  /** How old it is, and how reading it went; or read it now. */
  | { readonly verb: 'ledger' | 'pull-ledger' }
  /** `lane`: null for all of them. */
  | { readonly verb: 'stop' | 'restart'; readonly lane: Lane | null }
  | { readonly verb: 'act' | 'watch-only'; readonly lane: Lane }
  | { readonly verb: 'roles' }
  | { readonly verb: 'role'; readonly change: 'give' | 'take'; readonly role: Role; readonly person: string }
  /** `code`: as it was typed. */
  | { readonly verb: 'link'; readonly code: string | null }
  /** `person`: null for the speaker's own account. */
  | { readonly verb: 'unlink'; readonly person: string | null }
  | { readonly verb: 'language'; readonly said: string }
  /** Of what everybody reads in the channel where it is said. */
  | { readonly verb: 'language-here'; readonly said: string }
  | { readonly verb: 'become'; readonly role: Role }
  | { readonly verb: 'never-mind' }
  | { readonly verb: 'help' }
  | { readonly verb: 'hello' }
  | { readonly verb: 'thanks' }
  | { readonly verb: 'goodbye' }
