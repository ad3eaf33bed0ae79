import assert from 'node:assert/strict'
import { audienceOf } from '../../../domain/cases/audience.ts'
import type { ImportRecord } from '../../../domain/receivables/ledger-import.ts'
import { aPendingResumption, aPendingSuspension, aRoleChange, aTicket } from '../../kit/builders.ts'

const anImport = { id: 'L-1', staff: 'mei', status: 'pending' } as unknown as ImportRecord

describe('whom a card is for', () => {
  for (const [what, audience, expected] of [
    [
      'a suspension: who approves it, but never who asked',
      audienceOf({ kind: 'suspension', value: aPendingSuspension() }),
      { topic: 'approvals', verb: 'suspend for non-payment', except: 'mei' },
    ],
    [
      'a suspicion: who approves that',
      audienceOf({ kind: 'suspension', value: aPendingSuspension({ reason: 'fraud', askedBy: 'sam' }) }),
      { topic: 'approvals', verb: 'suspend for fraud', except: 'sam' },
    ],
    [
      'a resumption',
      audienceOf({ kind: 'resumption', value: aPendingResumption() }),
      { topic: 'approvals', verb: 'resume from fraud', except: 'ines' },
    ],
    [
      'a ticket: its channel, or nobody',
      audienceOf({ kind: 'service-request', value: aTicket() }),
      { topic: 'tickets', verb: null, except: null },
    ],
    [
      'a role change',
      audienceOf({ kind: 'role-change', value: aRoleChange() }),
      { topic: 'administration', verb: 'change role', except: 'ines' },
    ],
    [
      'an import',
      audienceOf({ kind: 'ledger-import', value: anImport }),
      { topic: 'administration', verb: 'import ledger', except: 'mei' },
    ],
  ] as const)
    it(what, () => assert.deepEqual(audience, expected))
})
