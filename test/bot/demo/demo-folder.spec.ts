import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeskInUse, lockFolder } from '../../../adapters/lowdb/folder-lock.ts'
import { demoFolder, wipe } from '../../../bot/demo/demo-folder.ts'
import { morning } from '../../kit/builders.ts'

describe('the folder of a demo that keeps nothing', () => {
  let parent: string
  let folder: string
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'demo-'))
    folder = join(parent, 'demo')
    await mkdir(join(folder, 'audit'), { recursive: true })
    await writeFile(join(folder, 'desk.json'), '{}')
    await writeFile(join(folder, 'audit', '1.jsonl'), '{}')
    await writeFile(join(parent, 'desk.json'), 'of the live desk')
  })
  afterEach(() => rm(parent, { recursive: true }))

  it('lies inside the data folder of a live desk, and is not it', () => {
    assert.equal(demoFolder, join('desk-data', 'demo'))
  })

  it('is emptied, and nothing beside it', async () => {
    await wipe(folder, morning)
    assert.deepEqual(await readdir(folder), ['desk.lock'])
    assert.deepEqual((await readdir(parent)).sort(), ['demo', 'desk.json'])
  })

  it('is emptied of links, and not of what they lead to', async () => {
    await symlink(parent, join(folder, 'elsewhere'))
    await wipe(folder, morning)
    assert.deepEqual(await readdir(folder), ['desk.lock'])
    assert.deepEqual((await readdir(parent)).sort(), ['demo', 'desk.json'])
  })

  it('is left alone while a demo runs in it', async () => {
    const lock = lockFolder(folder, morning)
    await assert.rejects(wipe(folder, morning), DeskInUse)
    assert.deepEqual((await readdir(folder)).sort(), ['audit', 'desk.json', 'desk.lock', 'desk.lock.owner.json'])
    lock.release()
  })

  it('can be locked by the desk that emptied it', async () => {
    await wipe(folder, morning)
    lockFolder(folder, morning).release()
    await wipe(folder, morning)
    assert.deepEqual(await readdir(folder), ['desk.lock'])
  })
})
