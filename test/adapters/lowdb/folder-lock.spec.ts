import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DeskInUse } from '../../../adapters/lowdb/folder-lock.ts'
import { openLowdbStore } from '../../../adapters/lowdb/lowdb-store.ts'
import { deskChildren } from './desk-child.ts'
import { now, temporaryFolders } from './folders.ts'

describe('the data folder', () => {
  const freshFolder = temporaryFolders()
  const startDesk = deskChildren()
  let folder = ''
  const open = () => openLowdbStore(folder, { now })
  const inUseBy = (pid: number) => (fault: unknown) => {
    assert(fault instanceof DeskInUse)
    assert(fault.message.includes(`${folder} is in use by process ${pid} on ${hostname()}, started ${now()}`))
    return true
  }

  beforeEach(() => {
    folder = freshFolder()
  })

  it('opens once in a process, until it is closed', async () => {
    const first = await open()
    await assert.rejects(open(), inUseBy(process.pid))
    await assert.rejects(openLowdbStore(join(folder, '..', folder.split('/').at(-1) ?? ''), { now }), DeskInUse)
    await first.close()
    const second = await open()
    await second.close()
  })

  it('is refused to a second process, which is told who has it', async () => {
    const store = await open()
    const child = startDesk('hold', folder)
    const { value } = await child.lines.next()
    assert.match(String(value), new RegExp(`^DeskInUse: .* is in use by process ${process.pid} `))
    await store.close()
  })

  it('is free as soon as its process is dead, however it died', async () => {
    const child = startDesk('hold', folder)
    assert.equal((await child.lines.next()).value, 'open')
    await assert.rejects(open(), inUseBy(child.pid))
    await child.kill()
    const store = await open()
    await assert.rejects(open(), inUseBy(process.pid))
    await store.close()
  })

  it('keeps no trace of the lock but its file', async () => {
    const store = await open()
    assert.deepEqual(readdirSync(folder).sort(), ['audit', 'desk.lock', 'desk.lock.owner.json'])
    await store.close()
    assert.deepEqual(readdirSync(folder).sort(), ['audit', 'desk.lock'])
  })
})
