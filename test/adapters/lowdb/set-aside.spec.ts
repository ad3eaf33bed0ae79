import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setAside } from '../../../adapters/lowdb/damaged-file.ts'
import { temporaryFolders } from './folders.ts'
import { PowerCutDisk } from './power-cut-disk.ts'

describe('a damaged file that was set aside', () => {
  const freshFolder = temporaryFolders()

  it('is still there after a power cut: its new name was synced', async () => {
    const file = join(freshFolder(), 'desk.json')
    writeFileSync(file, 'damaged')
    const disk = new PowerCutDisk(Infinity)
    const aside = await setAside(disk, file)
    disk.lose({ names: 'lost', data: 'kept' })
    assert.equal(readFileSync(aside, 'utf8'), 'damaged')
  })
})
