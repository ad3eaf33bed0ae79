import assert from 'node:assert/strict'
import { audienceOf } from '../../../domain/cases/audience.ts'
import type { ImportRecord } from '../../../domain/receivables/ledger-import.ts'
import { aPendingResumption, aPendingSuspension, aRoleChange, aTicket } from '../../kit/builders.ts'

const anImport = { id: 'L-1', staff: 'mei', status: 'pending' } as unknown as ImportRecord

describe('whom a card is for', () => {
  for (const [what, audience, expected] of [
    [
      'a suspension: who approves it, but never who asked',
      audienceOf('suspension', aPendingSuspension()),
      { topic: 'approvals', verb: 'suspend for non-payment', except: 'mei' },
    ],
    [
      'a suspicion: who approves that',
      audienceOf('suspension', aPendingSuspension({ reason: 'fraud', askedBy: 'sam' })),
      { topic: 'approvals', verb: 'suspend for fraud', except: 'sam' },
    ],
    [
      'a resumption',
      audienceOf('resumption', aPendingResumption()),
      { topic: 'approvals', verb: 'resume from fraud', except: 'ines' },
    ],
    [
      'a ticket: its channel, or nobody',
      audienceOf('service-request', aTicket()),
      { topic: 'tickets', verb: null, except: null },
    ],
    [
      'a role change',
      audienceOf('role-change', aRoleChange()),
      { topic: 'administration', verb: 'change role', except: 'ines' },
    ],
    [
      'an import',
      audienceOf('ledger-import', anImport),
      { topic: 'administration', verb: 'import ledger', except: 'mei' },
    ],
  ] as const)
    it(what, () => assert.deepEqual(audience, expected))
})
