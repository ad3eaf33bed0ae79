/** What a person may be at the desk; one person may be several. */
export type Role = 'collector' | 'approver' | 'support' | 'fraud-lead' | 'administrator'

export const roles: readonly Role[] = ['collector', 'approver', 'support', 'fraud-lead', 'administrator']

/** Who asks for something and, where a second person is needed, who says yes to it. */
export interface Power {
  readonly asks: readonly Role[]
  /** Absent: no second person is needed. Present: somebody else, holding one of these roles. */
  readonly approves?: readonly Role[]
}

const desk: readonly Role[] = ['collector', 'approver', 'support', 'fraud-lead']

/**
 * The one table of who may do what. `help` and `link` are missing on purpose: everybody may, an account tied to
 * nobody included. The first administrators (`DESK_ADMINS`) hold only `administrator`: they invite and confirm.
 */
export const powers = {
  'see overdue': { asks: desk },
  'see customer': { asks: desk },
  'suspend for non-payment': { asks: ['collector', 'approver'], approves: ['approver'] },
  'suspend for fraud': { asks: desk, approves: ['approver', 'fraud-lead'] },
  'suspend for misuse': { asks: desk, approves: ['approver', 'fraud-lead'] },
  'suspend for customer-request': { asks: desk, approves: ['approver'] },
  // Afterwards: a second person confirms or reverses.
  'break glass': { asks: ['fraud-lead'], approves: ['approver', 'fraud-lead'] },
  'resume from non-payment': { asks: ['collector', 'approver'] },
  'resume from fraud': { asks: ['fraud-lead'], approves: ['fraud-lead'] },
  'resume from misuse': { asks: ['fraud-lead'], approves: ['fraud-lead'] },
  'resume from customer-request': { asks: desk },
  'resume from operator': { asks: ['fraud-lead', 'approver'], approves: ['fraud-lead'] },
  /** Whose doing something at an operator was that this desk did not do. */
  'explain sighting': { asks: ['approver', 'fraud-lead'], approves: ['approver', 'fraud-lead'] },
  'hand in notice': { asks: desk },
  'report alert': { asks: desk },
  /** Claims it, hands it over, puts it aside. */
  'handle alert': { asks: desk },
  /** How fast alerts were answered. */
  'see figures': { asks: [...desk, 'administrator'] },
  'see dossier': { asks: ['fraud-lead', 'approver'] },
  // Whoever is meant to answer an alert is told of it.
  'decide alert': { asks: ['fraud-lead', 'approver'], approves: ['fraud-lead'] },
  'cancel subscription': { asks: ['collector', 'approver'], approves: ['approver'] },
  'end at term': { asks: ['collector', 'approver'], approves: ['approver'] },
  /** Who has Azure and no budget. */
  'see budgets': { asks: desk },
  'set budget': { asks: ['fraud-lead', 'approver', 'collector'], approves: ['approver'] },
  'see credit': { asks: desk },
  'set credit': { asks: ['collector', 'approver'], approves: ['approver'] },
  // Nothing is stopped by it at an operator; taking orders again is what a second person must agree to.
  'hold orders': { asks: ['collector', 'approver', 'fraud-lead'] },
  'release orders': { asks: ['collector', 'approver', 'fraud-lead'], approves: ['approver', 'fraud-lead'] },
  /** Where a verdict placed the hold. */
  'release orders after fraud': { asks: ['collector', 'approver', 'fraud-lead'], approves: ['fraud-lead'] },
  /** What the partner itself owes its operators. */
  'see own invoices': { asks: ['collector', 'approver', 'administrator'] },
  'see countdown': { asks: [...desk, 'administrator'] },
  /** Signs that what is about to be lost may be. */
  'let go': { asks: ['approver'], approves: ['approver'] },
  'want back': { asks: ['collector', 'approver', 'fraud-lead'] },
  'record final notice': { asks: ['collector', 'approver'] },
  /** A promise, a plan, a dispute, an exemption, or that somebody says they have paid. */
  'record agreement': { asks: ['collector', 'approver'] },
  /** Says who looks after a customer. */
  'assign customer': { asks: ['collector', 'approver'] },
  'note customer': { asks: desk },
  /** Leaves a customer out of the day's work for a while. */
  'skip customer': { asks: ['collector', 'approver'] },
  /** Writes to a customer about what is overdue, and says in which language. */
  'remind customer': { asks: ['collector', 'approver'] },
  /** Where mail to a customer goes; the second person looks at what the first one typed. */
  'set address': { asks: ['collector', 'approver'], approves: ['collector', 'approver'] },
  'see policy': { asks: [...desk, 'administrator'] },
  'activate policy': { asks: ['collector', 'approver', 'administrator'], approves: ['approver', 'administrator'] },
  'record policy given': { asks: ['collector', 'approver'] },
  'file ticket': { asks: desk },
  'match customer': { asks: ['collector', 'approver', 'administrator'] },
  'import ledger': { asks: ['collector', 'approver', 'administrator'], approves: ['approver', 'administrator'] },
  /** Chooses channels for news, and the language of what everybody reads in one. */
  'set route': { asks: ['administrator'] },
  'test route': { asks: ['administrator', 'fraud-lead'] },
  'see lanes': { asks: ['collector', 'approver', 'support', 'fraud-lead', 'administrator'] },
  // One person halts everything; it takes two to go on.
  'stop lane': { asks: ['approver', 'fraud-lead', 'administrator'] },
  'restart lane': {
    asks: ['approver', 'fraud-lead', 'administrator'],
    approves: ['approver', 'fraud-lead', 'administrator'],
  },
  'act in lane': { asks: ['administrator'], approves: ['administrator'] },
  'watch lane': { asks: ['administrator'] },
  'mend lane': { asks: ['administrator'] },
  // Nobody asks for it: the daily limit does.
  'let more go': { asks: [], approves: ['approver'] },
  'change role': { asks: ['administrator'], approves: ['administrator'] },
} as const satisfies Record<string, Power>

/** What somebody may or may not do. */
export type Verb = keyof typeof powers

export function mayAsk(roles: readonly Role[], verb: Verb): boolean {
  const { asks }: Power = powers[verb]
  return roles.some((role) => asks.includes(role))
}

/** Whether such a person can be the second one; always false where no second person is needed. */
export function mayApprove(roles: readonly Role[], verb: Verb): boolean {
  const { approves = [] }: Power = powers[verb]
  return roles.some((role) => approves.includes(role))
}
