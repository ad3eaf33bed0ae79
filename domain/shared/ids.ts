/** Makes a fresh random GUID. Handed in, so that rules and tests never roll dice. */
export type NewId = () => string

/** One person, whichever chat they use. */
export type StaffId = string
/** The customer's tenant id at its operator; `account:<key>` while a ledger account is matched to nobody. */
export type CustomerId = string
/** The operator's own id. */
export type SubscriptionId = string
/** What people call a case: `S-12` a suspension, `R-3` a resumption, `PD-142` a ticket, `G-4` a role change. */
export type CaseId = string
/** Names one channel conversation; only the channel's adapter knows what is behind it. */
export type PlaceId = string
