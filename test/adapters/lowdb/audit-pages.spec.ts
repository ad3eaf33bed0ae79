import assert from 'node:assert/strict'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLowdbStore } from '../../../adapters/lowdb/lowdb-store.ts'
import { sha256 } from '../../../adapters/shared/sha256.ts'
import { verifyChain, type AuditEntry } from '../../../domain/audit/audit-entry.ts'
import type { DeskStore } from '../../../domain/ports/desk-store.ts'
import { draft } from '../../contracts/desk-store.samples.ts'
import { now, temporaryFolders } from './folders.ts'

const pageSize = 3

describe('audit pages', () => {
  const freshFolder = temporaryFolders()
  let folder = ''
  let store: DeskStore

  const pages = () => readdirSync(join(folder, 'audit')).sort()
  const page = (name: string) => join(folder, 'audit', name)
  const inDocument = () =>
    (JSON.parse(readFileSync(join(folder, 'desk.json'), 'utf8')) as { audit: AuditEntry[] }).audit.map(({ seq }) => seq)
  const commit = (...about: readonly string[]) => store.commit({ audit: about.map((id) => draft('case.asked', id)) })
  const restart = async (between: () => void = () => undefined) => {
    await store.close()
    between()
    store = await openLowdbStore(folder, { now, pageSize })
  }

  beforeEach(async () => {
    folder = freshFolder()
    store = await openLowdbStore(folder, { now, pageSize })
  })
  afterEach(() => store.close())

  it('take full pages of what the document knew before, and only those', async () => {
    await commit('S-1', 'S-2', 'S-3')
    await commit('S-4')
    assert.deepEqual([pages(), inDocument()], [[], [1, 2, 3, 4]])
    await commit('S-5')
    assert.deepEqual([pages(), inDocument()], [['000000001-000000003.jsonl'], [4, 5]])
    await commit('S-6', 'S-7', 'S-8', 'S-9', 'S-10', 'S-11')
    await commit('S-12')
    assert.deepEqual(pages(), ['000000001-000000003.jsonl', '000000004-000000006.jsonl', '000000007-000000009.jsonl'])
    assert.deepEqual(inDocument(), [10, 11, 12])
  })

  it('hold one entry per line, as the chain has it', async () => {
    await commit('S-1', 'S-2', 'S-3', 'S-4')
    const first = (await Array.fromAsync(store.auditTrail())).slice(0, 3)
    await commit('S-5')
    const lines = readFileSync(page('000000001-000000003.jsonl'), 'utf8').trimEnd().split('\n')
    assert.deepEqual(
      lines.map((line) => JSON.parse(line) as AuditEntry),
      first,
    )
  })

  it('are left unread where the document has as many of the newest entries as are asked for', async () => {
    await commit('S-1', 'S-1', 'S-2')
    await commit('S-1', 'S-2', 'S-1')
    await commit('S-2')
    assert.deepEqual([pages().length, inDocument()], [1, [4, 5, 6, 7]])
    const newest = async (most: number) => (await store.newestAuditOf('S-1', most)).map(({ seq }) => seq)
    assert.deepEqual(
      [await newest(3), await newest(9)],
      [
        [2, 4, 6],
        [1, 2, 4, 6],
      ],
    )
    writeFileSync(page('000000001-000000003.jsonl'), 'S-1"S-1" is no entry\n')
    assert.deepEqual([await newest(1), await newest(2)], [[6], [4, 6]])
    await assert.rejects(newest(3), /damaged/)
  })

  it('are left unread where only what came later is asked for', async () => {
    await commit('S-1', 'S-2', 'S-1')
    await commit('S-1', 'S-2', 'S-1')
    await commit('S-1')
    await commit('S-1')
    assert.equal(pages().length, 2)
    const after = async (seq: number) => (await store.auditOf('S-1', seq)).map((entry) => entry.seq)
    assert.deepEqual(await after(2), [3, 4, 6, 7, 8])
    writeFileSync(page('000000001-000000003.jsonl'), 'S-1"S-1" is no entry\n')
    assert.deepEqual(await after(3), [4, 6, 7, 8])
    await assert.rejects(after(2), /damaged/)
    writeFileSync(page('000000004-000000006.jsonl'), '"S-1" is no entry\n')
    assert.deepEqual(await after(6), [7, 8])
  })

  it('are read with the document as one trail, also while entries move', async () => {
    await commit('S-1', 'S-2', 'S-3', 'S-4')
    const reading = store.auditTrail()[Symbol.asyncIterator]()
    assert.equal(((await reading.next()).value as AuditEntry).seq, 1)
    await commit('S-5')
    const rest = await Array.fromAsync({ [Symbol.asyncIterator]: () => reading })
    assert.deepEqual(
      rest.map(({ seq }) => seq),
      [2, 3, 4],
    )
    assert.deepEqual(
      (await Array.fromAsync(store.auditTrail())).map(({ seq }) => seq),
      [1, 2, 3, 4, 5],
    )
  })

  it('count once what a crash left both in a page and in the document', async () => {
    await commit('S-1', 'S-2', 'S-3', 'S-4')
    copyFileSync(join(folder, 'desk.json'), join(folder, 'before'))
    await commit('S-5')
    await restart(() => copyFileSync(join(folder, 'before'), join(folder, 'desk.json')))
    assert.deepEqual(
      (await Array.fromAsync(store.auditTrail())).map(({ seq }) => seq),
      [1, 2, 3, 4],
    )
    assert.equal((await store.auditOf('S-2')).length, 1)
    await commit('S-5')
    assert.deepEqual(pages(), ['000000001-000000003.jsonl'])
    assert.equal((await verifyChain(store.auditTrail(), sha256)).entries, 5)
  })

  it('count once what pages of different sizes share', async () => {
    await commit('S-1', 'S-2', 'S-3', 'S-4')
    copyFileSync(join(folder, 'desk.json'), join(folder, 'before'))
    await commit('S-5')
    await store.close()
    copyFileSync(join(folder, 'before'), join(folder, 'desk.json'))
    store = await openLowdbStore(folder, { now, pageSize: 2 })
    await commit('S-5')
    assert.deepEqual(pages(), ['000000001-000000002.jsonl', '000000001-000000003.jsonl'])
    const { entries, broken } = await verifyChain(store.auditTrail(), sha256)
    assert.deepEqual([entries, broken], [5, null])
  })

  it('are not overwritten by a desk restored from an old backup', async () => {
    await commit('S-1')
    copyFileSync(join(folder, 'desk.json'), join(folder, 'backup'))
    await commit('S-2', 'S-3', 'S-4')
    await commit('S-5')
    const lost = readFileSync(page('000000001-000000003.jsonl'), 'utf8')
    await restart(() => copyFileSync(join(folder, 'backup'), join(folder, 'desk.json')))
    assert.deepEqual(
      (await Array.fromAsync(store.auditTrail())).map(({ about }) => about),
      ['S-1'],
    )
    await commit('S-7', 'S-8', 'S-9')
    await commit('S-10')
    assert.equal(readFileSync(page('000000001-000000003.jsonl.damaged-1'), 'utf8'), lost)
    const { entries, broken } = await verifyChain(store.auditTrail(), sha256)
    assert.deepEqual([entries, broken], [5, null])
  })

  it('are read in order across their own names', async () => {
    for (let number = 1; number <= 40; number += 1) await commit(`S-${number}`)
    await restart()
    const { entries, broken } = await verifyChain(store.auditTrail(), sha256)
    assert.deepEqual([entries, broken], [40, null])
    assert.deepEqual(
      (await store.auditOf('S-4')).map(({ seq }) => seq),
      [4],
    )
  })

  it('show in the chain when one is missing or was edited', async () => {
    for (let number = 1; number <= 8; number += 1) await commit(`S-${number}`)
    const second = page('000000004-000000006.jsonl')
    const text = readFileSync(second, 'utf8')
    writeFileSync(second, text.replace('S-5', 'S-7'))
    assert.deepEqual((await verifyChain(store.auditTrail(), sha256)).broken, { seq: 5, fault: 'changed' })
    rmSync(second)
    assert.deepEqual((await verifyChain(store.auditTrail(), sha256)).broken, { seq: 4, fault: 'missing' })
  })

  it('name the file when one cannot be read', async () => {
    for (let number = 1; number <= 5; number += 1) await commit(`S-${number}`)
    const first = page('000000001-000000003.jsonl')
    writeFileSync(first, readFileSync(first, 'utf8').slice(0, -40))
    await assert.rejects(Array.fromAsync(store.auditTrail()), {
      message: `${first} is damaged: restore it from a backup`,
    })
  })
})
