import type { DeskStore } from '../../domain/ports/desk-store.ts'
import { describeAudit } from './desk-store.audit.ts'
import { describeOutbox } from './desk-store.outbox.ts'
import { describeRecords } from './desk-store.records.ts'
import type { Subject } from './desk-store.subject.ts'

export interface StoreMaker {
  /** An empty store. */
  readonly open: () => Promise<DeskStore>
  /** The same store after a restart of its process; left out where nothing survives one. */
  readonly reopen?: (store: DeskStore) => Promise<DeskStore>
}

/** The promises of {@link DeskStore}, run by each implementation. */
export function describeDeskStore(name: string, { open, reopen }: StoreMaker): void {
  describe(name, () => {
    let store: DeskStore
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const subject: Subject = {
      get store() {
        return store
      },
      survives: reopen !== undefined,
      async restart() {
        if (reopen) store = await reopen(store)
      },
    }
    describe('records', () => describeRecords(subject))
    describe('audit', () => describeAudit(subject))
    describe('outbox', () => describeOutbox(subject))
  })
}
