import assert from 'node:assert/strict'
import { auditCommand } from '../../../bot/cli/audit-command.ts'
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts'
import type { DeskStore } from '../../../domain/ports/desk-store.ts'
import { minute } from '../../kit/builders.ts'
import { anOpenDesk, type AnOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

describe('audit verify', () => {
  let open: AnOpenDesk
  beforeEach(async () => {
    open = await anOpenDesk()
    for (const at of [1, 2, 3])
      await open.store.commit({ audit: [{ at: minute(at), by: 'mei', what: 'note.taken', about: `S-${at}` }] })
  })

  /** The code and what was said, when somebody did this to the trail. */
  const verify = async (spoil: (trail: readonly AuditEntry[]) => readonly (AuditEntry | undefined)[]) => {
    const trail = spoil(await Array.fromAsync(open.store.auditTrail())).filter((entry) => entry !== undefined)
    const store: DeskStore = {
      ...open.store,
      async *auditTrail() {
        yield* trail
      },
    }
    const session = aSession()
    return { code: await auditCommand(['verify'], session, { ...open, store }), said: session.seen }
  }

  it('says that the audit is whole, with the head to note down', async () => {
    const { code, said } = await verify((trail) => trail)
    const [last] = (await Array.fromAsync(open.store.auditTrail())).slice(-1)
    assert.equal(code, 0)
    assert.deepEqual(said, [`The audit is whole: 3 entries, head ${last?.hash.slice(0, 16)}.`])
  })

  const spoiled: readonly (readonly [
    what: string,
    spoil: (trail: readonly AuditEntry[]) => readonly (AuditEntry | undefined)[],
    line: string,
  ])[] = [
    [
      'was changed',
      ([a, b, c]) => [a, b && { ...b, by: 'wang' }, c],
      'entry 2 was changed after it was written. The entry before it holds.',
    ],
    [
      'is missing',
      ([a, , c]) => [a, c],
      'entry 2 is missing, or stands in the wrong place. The entry before it holds.',
    ],
    ['was moved', ([a, b, c]) => [b, a, c], 'entry 1 is missing, or stands in the wrong place.'],
  ]
  for (const [what, spoil, line] of spoiled) {
    it(`names the first entry that ${what}`, async () => {
      const { code, said } = await verify(spoil)
      assert.equal(code, 1)
      assert.deepEqual(said, [`The audit is broken: ${line}`])
    })
  }

  it('is the only thing that can be said of an audit', async () => {
    const session = aSession()
    assert.equal(await auditCommand(['mend'], session, open), 2)
    assert.deepEqual(session.seen, ['Say: audit verify'])
  })
})
