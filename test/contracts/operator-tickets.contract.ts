import assert from 'node:assert/strict'
import type { Lane } from '../../domain/customers/lane.ts'
import type { OperatorTickets } from '../../domain/ports/operator-tickets.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

export interface OpenedTickets {
  readonly tickets: OperatorTickets
  /** Somebody files one at the portal; answers its number. */
  file(title: string): string
  /** The operator writes, or closes it. */
  answer(number: string, text: string): Promise<void>
  closeThere(number: string): void
  /** Nobody sees it any more. */
  hide(number: string): void
  /** Carried out, and the answer lost on every attempt of the next change. */
  loseAnswers(): void
  /** There is no answer to the next call. */
  fail(): void
  /** Moves the operator's clock. */
  pass(ms: number): void
  close(): Promise<void>
}

const intentOf = (nth: number) => `7b000000-0000-4000-8000-00000000000${nth}`

/** What all {@link OperatorTickets} promise. */
export function operatorTicketsContract(name: string, lane: Lane, open: () => Promise<OpenedTickets>): void {
  describe(`tickets at ${name} in ${lane}`, () => {
    let opened: OpenedTickets
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())

    it('are of their lane, and none where none was filed', async () => {
      assert.equal(opened.tickets.lane, lane)
      assert.deepEqual(await opened.tickets.list(), [])
      assert.equal(await opened.tickets.find('700000000000123'), null)
    })

    it('are listed newest first, each once, over many pages', async () => {
      const filed: string[] = []
      for (let nth = 1; nth <= 7; nth += 1) {
        filed.unshift(opened.file(`[PD-${nth}] Hello`))
        opened.pass(1_000)
      }
      const listed = await opened.tickets.list()
      assert.deepEqual(
        listed.map(({ number, title }) => [number, title]),
        filed.map((number, at) => [number, `[PD-${7 - at}] Hello`]),
      )
    })

    it('are found as they stand, with what was written, oldest first', async () => {
      const number = opened.file('[PD-1] Hello')
      await opened.answer(number, 'Please wait.')
      opened.pass(1_000)
      await opened.answer(number, 'It is done.')
      const found = await opened.tickets.find(number)
      assert.ok(found)
      assert.deepEqual(
        [found.number, found.title, found.status, found.closedAt],
        [number, '[PD-1] Hello', 'open', null],
      )
      assert.deepEqual(
        found.notes.map(({ text }) => text),
        ['Please wait.', 'It is done.'],
      )
      opened.closeThere(number)
      assert.equal((await opened.tickets.find(number))?.status, 'closed')
      opened.hide(number)
      assert.equal(await opened.tickets.find(number), null)
    })

    it('show by the moment of their last change that something changed', async () => {
      const number = opened.file('[PD-1] Hello')
      const moment = async () => (await opened.tickets.list())[0]?.modifiedAt
      const before = await moment()
      assert.equal(await moment(), before)
      opened.pass(1_000)
      await opened.answer(number, 'Please wait.')
      assert.notEqual(await moment(), before)
    })

    it('are changed as asked, and answer how they stand then', async () => {
      const [number, neighbour] = [opened.file('[PD-1] Hello'), opened.file('[PD-2] Hello')]
      const { tickets } = opened
      const noted = await tickets.change(number, { change: 'note', text: 'Is there news?' }, intentOf(1))
      assert.equal(noted.notes.at(-1)?.text, 'Is there news?')
      const graver = await tickets.change(number, { change: 'severity', severity: 'critical' }, intentOf(2))
      assert.equal(graver.severity, 'critical')
      const closed = await tickets.change(number, { change: 'close' }, intentOf(3))
      assert.ok(closed.status === 'closed' && closed.closedAt !== null)
      assert.deepEqual(await tickets.find(number), closed)
      assert.deepEqual((await tickets.find(neighbour))?.status, 'open')
    })

    it('that are not there are changed by nobody', async () => {
      await assert.rejects(
        opened.tickets.change('700000000000123', { change: 'close' }, intentOf(1)),
        isFault('not-found'),
      )
      assert.deepEqual(await opened.tickets.list(), [])
    })

    it('show a note whose answer was lost', async () => {
      const number = opened.file('[PD-1] Hello')
      opened.loseAnswers()
      const note = { change: 'note', text: 'Is there news?' } as const
      await assert.rejects(opened.tickets.change(number, note, intentOf(1)), isFault('unreachable'))
      assert.equal((await opened.tickets.find(number))?.notes.length, 1)
    })

    it('are a fault where nobody answers, and not gone', async () => {
      const number = opened.file('[PD-1] Hello')
      for (const ask of [
        () => opened.tickets.list(),
        () => opened.tickets.find(number),
        () => opened.tickets.change(number, { change: 'close' }, intentOf(1)),
      ]) {
        opened.fail()
        await assert.rejects(ask, isFault('unreachable'))
      }
      assert.equal((await opened.tickets.find(number))?.status, 'open')
    })
  })
}

function isFault(kind: OutsideFault['facts']['kind']) {
  return (thrown: unknown) => {
    assert.ok(thrown instanceof OutsideFault, String(thrown))
    assert.equal(thrown.facts.kind, kind)
    return true
  }
}
