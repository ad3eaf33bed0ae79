import assert from 'node:assert/strict'
import { audienceOf, placesFor } from '../../../domain/cases/audience.ts'
import type { CaseItself } from '../../../domain/cases/case.ts'
import type { Save } from '../../../domain/ports/desk-store.ts'
import type { ImportRecord } from '../../../domain/receivables/ledger-import.ts'
import { accountKey } from '../../../domain/staff/staff.ts'
import { imports } from '../../contracts/desk-store.samples.ts'
import { aDesk, everybody, type ADesk } from '../../kit/a-desk.ts'
import {
  anApprovedResumption,
  anApprovedSuspension,
  aPendingResumption,
  aPendingSuspension,
  aRoleChange,
  aTicket,
  ines,
  lin,
  mei,
  minute,
  otto,
  rosa,
  sam,
  uma,
  wang,
} from '../../kit/builders.ts'

describe('the book of cases', () => {
  let office: ADesk
  beforeEach(async () => {
    office = await aDesk()
  })
  const keep = (...cases: readonly CaseItself[]) =>
    office.store.commit({
      save: cases.map(({ kind, value }) => ({ kind, id: value.id, value, basedOn: null }) as Save),
    })
  const waitingFor = async (staff: (typeof everybody)[number]) =>
    (await office.desk.cases.waitingFor(staff)).map(({ value }) => value.id)
  const askedBy = async (staff: string) => (await office.desk.cases.askedBy(staff)).map(({ value }) => value.id)
  const pendingImport: ImportRecord = { ...imports.pending, id: 'L-1', staff: 'wang', at: minute(2) }

  describe('what waits for a person', () => {
    const open: readonly CaseItself[] = [
      { kind: 'suspension', value: aPendingSuspension() },
      { kind: 'suspension', value: aPendingSuspension({ id: 'S-2', reason: 'fraud', askedBy: 'ines' }) },
      { kind: 'resumption', value: aPendingResumption({ askedBy: 'ines' }) },
      { kind: 'role-change', value: aRoleChange({ askedBy: 'otto' }) },
      { kind: 'ledger-import', value: pendingImport },
      { kind: 'ledger-import', value: { ...imports['undo-asked'], id: 'L-2' } },
      { kind: 'service-request', value: aTicket() },
    ]
    for (const [who, expected] of [
      [mei, []],
      [sam, []],
      [wang, ['L-2', 'S-1', 'S-2']],
      [lin, ['L-1', 'L-2', 'S-1', 'S-2']],
      [ines, ['G-1', 'L-1', 'L-2']],
      [rosa, ['R-1', 'S-2']],
      [otto, ['L-1', 'L-2']],
      [uma, ['G-1', 'L-1', 'L-2']],
    ] as const)
      it(`${who.name} (${who.roles.join(', ')}): ${expected.join(', ') || 'nothing'}`, async () => {
        await keep(...open)
        assert.deepEqual((await waitingFor(who)).toSorted(), expected)
      })

    it('is what a card of their own would be posted for, and nothing else', async () => {
      await keep(...open)
      for (const staff of everybody) {
        const place = accountKey(staff.accounts[0] ?? { channel: 'teams', tenant: '', user: '' })
        await office.desk.cards.meet({
          place,
          channel: 'teams',
          kind: 'personal',
          name: staff.name,
          locale: null,
          reference: {},
          dead: false,
        })
      }
      const posted = new Map<string, readonly string[]>()
      for (const found of open) {
        const parts = {
          ...office.desk,
          store: office.store,
          placesOf: (who: typeof mei) => who.accounts.map(accountKey),
        }
        posted.set(found.value.id, await placesFor(audienceOf(found), parts))
      }
      for (const staff of everybody) {
        const own = staff.accounts.map(accountKey)
        const ids = [...posted].flatMap(([id, places]) => (places.some((place) => own.includes(place)) ? [id] : []))
        assert.deepEqual((await waitingFor(staff)).toSorted(), ids.toSorted(), staff.name)
      }
    })

    it('is not what they said yes to already, while another yes is needed', async () => {
      const value = aPendingSuspension({ approvalsNeeded: 2, approvals: [{ by: 'wang', at: minute(1) }] })
      await keep({ kind: 'suspension', value })
      assert.deepEqual([await waitingFor(wang), await waitingFor(lin)], [[], ['S-1']])
    })

    it('is not what was decided', async () => {
      await keep(
        { kind: 'suspension', value: anApprovedSuspension() },
        { kind: 'ledger-import', value: { ...imports.active, id: 'L-1' } },
        { kind: 'role-change', value: { ...aRoleChange(), status: 'expired', endedAt: minute(9) } },
      )
      for (const staff of everybody) assert.deepEqual(await waitingFor(staff), [], staff.name)
    })

    it('comes newest first, whatever its kind', async () => {
      await keep(
        { kind: 'suspension', value: aPendingSuspension({ id: 'S-1', askedAt: minute(3) }) },
        { kind: 'suspension', value: aPendingSuspension({ id: 'S-2', askedAt: minute(1) }) },
        { kind: 'suspension', value: aPendingSuspension({ id: 'S-3', askedAt: minute(1) }) },
        { kind: 'ledger-import', value: pendingImport },
        // What counts is when it was asked to be taken back, at 19 minutes.
        { kind: 'ledger-import', value: { ...imports['undo-asked'], id: 'L-2' } },
      )
      assert.deepEqual(await waitingFor(lin), ['L-2', 'S-1', 'L-1', 'S-3', 'S-2'])
    })
  })

  describe('what a person asked for', () => {
    it('is every kind of case until it has ended', async () => {
      await keep(
        { kind: 'suspension', value: aPendingSuspension({ askedAt: minute(1) }) },
        { kind: 'suspension', value: anApprovedSuspension({ id: 'S-2', askedAt: minute(2) }) },
        {
          kind: 'suspension',
          value: { ...aPendingSuspension({ id: 'S-3' }), status: 'withdrawn', endedAt: minute(9) },
        },
        { kind: 'resumption', value: anApprovedResumption({ id: 'R-1', askedAt: minute(3) }) },
        { kind: 'service-request', value: aTicket({ id: 'PD-1', openedAt: minute(4) }) },
        {
          kind: 'service-request',
          value: { ...aTicket({ id: 'PD-2' }), status: 'not-filed', endedBy: 'sam', endedAt: minute(9) },
        },
        { kind: 'role-change', value: aRoleChange({ askedBy: 'mei', askedAt: minute(5) }) },
        { kind: 'ledger-import', value: { ...pendingImport, staff: 'mei', at: minute(6) } },
        { kind: 'ledger-import', value: { ...imports.active, id: 'L-3', staff: 'mei' } },
      )
      assert.deepEqual(await askedBy('mei'), ['L-1', 'G-1', 'PD-1', 'R-1', 'S-2', 'S-1'])
      assert.deepEqual(await askedBy('wang'), [])
    })

    it('is the taking back of an import, for whoever asks for that and not for whoever imported', async () => {
      await keep({ kind: 'ledger-import', value: { ...imports['undo-asked'], id: 'L-2', staff: 'wang' } })
      assert.deepEqual([await askedBy('mei'), await askedBy('wang')], [['L-2'], []])
    })
  })
})
