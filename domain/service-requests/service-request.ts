import type { Lane } from '../customers/lane.ts'
import type { OperatorNote, TicketChange } from '../ports/operator-tickets.ts'
import type { CaseId, CustomerId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Severity } from './severity.ts'

/** What a ticket is about; decides the page of the operator's portal it is filed on. */
export type TicketTopic = 'billing' | 'subscription' | 'fraud' | 'account' | 'other'

export const ticketTopics: readonly TicketTopic[] = ['billing', 'subscription', 'fraud', 'account', 'other']

/** How a ticket reaches its operator: as a mail, or by somebody who files it at the operator's portal. */
export type Filing = 'mail' | 'by-hand'

/** What the operator reads. */
export interface TicketPaper {
  /** One line, without our number. */
  readonly title: string
  /** What happens, since when. */
  readonly text: string
  /** Whom it hinders, and how. */
  readonly impact: string | null
  /** What was tried already: 21Vianet takes only what the partner cannot solve (facts/partner-center 8.5). */
  readonly tried: string | null
  /** Whom the operator may ask back, as the partner writes it. */
  readonly contact: string | null
  /** The whole in Simplified Chinese, where somebody wrote it; 21Vianet reads that first. */
  readonly inChinese: string | null
}

/** A line of what the desk has on record, as the audit tells it. */
export interface Evidence {
  readonly at: Instant
  /** `subject.past-participle`, as in the audit. */
  readonly what: string
  /** The case it is about. */
  readonly about: CaseId
}

/** What the desk itself adds to the paper: names, numbers and what is on record. */
export interface TicketBasis {
  /** The case the ticket came from. */
  readonly from: CaseId | null
  readonly subscriptions: readonly { readonly id: SubscriptionId; readonly name: string }[]
  /** By which the operator finds what it answered. */
  readonly correlationIds: readonly string[]
  /** Oldest first. */
  readonly evidence: readonly Evidence[]
  /** What is to be attached. */
  readonly attachments: readonly TicketAttachment[]
}

/** A file that belongs to a ticket: the credit dossier of its customer. */
export type TicketAttachment = 'dossier'

export const noBasis: TicketBasis = { from: null, subscriptions: [], correlationIds: [], evidence: [], attachments: [] }

/** Why an operator, or its mailbox, did not take something: its code and its own words, where it gave any. */
export interface NotTaken {
  readonly code: string
  readonly words: string | null
  /** A try before it was not answered: what was sent may have arrived all the same. */
  readonly mayBeThere?: true
}

/** Something staff want of the operator's copy: carried out by API, sent as a mail, or left to a person. */
export interface AskedChange {
  /** From 1; with the ticket's number it is the mark by which a note of ours is known there. */
  readonly number: number
  readonly wanted: TicketChange
  readonly by: StaffId
  readonly at: Instant
  /** The same on every try. */
  readonly intent: string
  /** Which way it goes to the operator: by its API, as a mail in the ticket's thread, or by a person. */
  readonly road: 'api' | 'mail' | 'by-hand'
  readonly result:
    | { readonly state: 'owed' }
    /** `by`: the person who says that they did it at the portal; left out where the desk saw it, or did it. */
    | { readonly state: 'done'; readonly at: Instant; readonly by?: StaffId }
    /** A person is to do it at the portal. */
    | { readonly state: 'by-hand' }
    /** `closed-there`: the operator had closed it meanwhile; else the operator's own code and words. */
    | ({ readonly state: 'refused'; readonly at: Instant } & NotTaken)
}

/** The operator’s copy as it was seen last; `seenAt` is when it was seen to be so first. */
export interface OperatorsCopy {
  readonly status: 'open' | 'attention-needed' | 'closed' | 'unknown'
  readonly severity: Severity | 'unknown'
  readonly modifiedAt: Instant | null
  readonly seenAt: Instant
}

/** A question to whoever opened the ticket: asked on a schedule, and told in the digest from the second time on. */
export interface TicketQuestion {
  /**
   * Was it filed, and under which number; has it been answered; the operator shows nothing under this number; it shows
   * several with ours; it has been silent for longer than it says.
   */
  readonly about: 'number' | 'answer' | 'not-visible' | 'several' | 'silence'
  readonly asked: number
  readonly at: Instant
}

interface Opened extends TicketPaper, TicketBasis {
  /**
   * Our own number from the first second, `PD-142`; it stands in the title so that the operator's copy can be found.
   */
  readonly id: CaseId
  readonly lane: Lane
  /** Null for a trouble of the partner's own. */
  readonly customer: { readonly id: CustomerId; readonly name: string; readonly domain: string } | null
  readonly topic: TicketTopic
  readonly severity: Severity
  readonly filing: Filing
  readonly openedBy: StaffId
  readonly openedAt: Instant
  /** Oldest first. */
  readonly changes: readonly AskedChange[]
  /** What the operator wrote, oldest first, the newest fifty. */
  readonly heard: readonly OperatorNote[]
  readonly copy: OperatorsCopy | null
  readonly question: TicketQuestion | null
  /** Those of the operator's tickets that carry our number, where there are several. */
  readonly several: readonly string[]
  /**
   * Since when it waits as it does, where that is not since it was opened or filed: opened again, or handed over late.
   */
  readonly waitsSince?: Instant
  /** The Message-ID under which its mailbox took it: what follows stands in that thread. Null where none was taken. */
  readonly mailId: string | null
}

interface Filed {
  /** Null: filed, and nobody knows yet under which number. */
  readonly operatorNumber: string | null
  /** Null: the desk found it by itself, or its mail was taken. */
  readonly filedBy: StaffId | null
  readonly filedAt: Instant
}

/** The operator's support ticket. No operator takes one by API, so it goes by mail or a person files it. */
export type ServiceRequest = Opened &
  (
    | {
        readonly status: 'handed-over'
        /** Why no mail went out, where it was to be one. */
        readonly mailRefused: NotTaken | null
      }
    /** Its mail is owed to the mailbox. */
    | { readonly status: 'sending' }
    | ({ readonly status: 'filed' } & Filed)
    | ({
        readonly status: 'closed'
        /** Null: the operator did. */
        readonly closedBy: StaffId | null
        readonly closedAt: Instant
        /** What the operator said in the end, as a person recorded it. */
        readonly answer: string | null
      } & Filed)
    | { readonly status: 'not-filed'; readonly endedBy: StaffId; readonly endedAt: Instant }
  )

export type TicketStatus = ServiceRequest['status']

export type OfStatus<S extends TicketStatus> = Extract<ServiceRequest, { readonly status: S }>

/** Whether somebody still waits for something: that it is filed, or answered. */
export function isOpenTicket(
  request: ServiceRequest,
): request is Exclude<ServiceRequest, { readonly status: 'closed' | 'not-filed' }> {
  return request.status !== 'closed' && request.status !== 'not-filed'
}

/** The operator's number, where it is known. */
export function numberOf(request: ServiceRequest): string | null {
  return 'operatorNumber' in request ? request.operatorNumber : null
}
