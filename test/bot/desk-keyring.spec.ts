import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deskKeyring } from '../../bot/desk-keyring.ts'

describe("the desk's keyring", () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keyring-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('is made of the settings where they name keys, and nothing is written', async () => {
    const sealed = await (await deskKeyring(['a'.repeat(32)], folder)).seal('kept', 'x')
    const later = await deskKeyring(['b'.repeat(32), 'a'.repeat(32)], folder)
    assert.deepEqual(await later.open(sealed, 'x'), { plain: 'kept', stale: true })
    assert.deepEqual(await readdir(folder), [])
  })

  it('is made for a demo without one, kept for its owner, and found again', async () => {
    const sealed = await (await deskKeyring([], folder)).seal('kept', 'x')
    assert.deepEqual(await (await deskKeyring([], folder)).open(sealed, 'x'), { plain: 'kept', stale: false })
    assert.equal((await stat(join(folder, 'demo.key'))).mode & 0o777, 0o600)
  })
})
