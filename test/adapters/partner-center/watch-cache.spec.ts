import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWatchMemory } from '../../../adapters/partner-center/watch-cache.ts'
import { newcomer, packBought } from '../../../domain/fraud/bought.ts'
import type { SeenCustomer } from '../../../domain/watch/watch-memory.ts'
import { minute, today } from '../../kit/builders.ts'

describe('what the watch remembers', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'watch-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const opened = (account = 'account-1', onTrouble: () => void = () => assert.fail('nothing is wrong')) =>
    openWatchMemory({ folder, accounts: { china: account }, onTrouble })
  const contoso: SeenCustomer = {
    triedAt: minute(2),
    seenAt: minute(1),
    subscriptions: [
      {
        id: 'sub-1',
        name: 'Microsoft 365 商业版',
        status: 'suspended',
        model: '21vianet',
        commitmentEnd: '2025-06-30T00:00:00.000Z',
        inServiceAt: minute(0),
        difference: 'suspended-elsewhere',
      },
    ],
    bought: packBought({
      since: today,
      firstOn: today,
      subscriptions: [
        { id: 'sub-1', seats: 25, risen: { from: 10, on: today, isNew: false } },
        { id: 'sub-2', seats: 500, risen: null },
      ],
    }),
  }
  const unseen: SeenCustomer = {
    triedAt: minute(3),
    seenAt: null,
    subscriptions: [],
    bought: packBought(newcomer(today)),
  }
  const remember = async () => {
    const memory = await opened()
    memory.see('china', 'contoso', contoso)
    memory.see('china', 'fabrikam', unseen)
    memory.progress('china', { baselineAt: minute(4), wholeAt: minute(4), wholeFrom: minute(4) })
    await memory.keep('china')
  }

  it('is the same after a restart', async () => {
    await remember()
    const memory = await opened()
    assert.deepEqual(memory.customer('china', 'contoso'), contoso)
    assert.deepEqual(memory.customer('china', 'fabrikam'), unseen)
    const { baselineAt, wholeAt, wholeFrom } = memory.lane('china')
    assert.deepEqual([baselineAt, wholeAt, wholeFrom], [minute(4), minute(4), minute(4)])
    assert.deepEqual(await readdir(folder), ['operator-watch.china.json'])
  })

  it('is nothing for another partner account, and takes a new baseline there', async () => {
    await remember()
    const memory = await opened('account-2')
    assert.equal(memory.lane('china').baselineAt, null)
    assert.equal(memory.customer('china', 'contoso'), null)
  })

  it('is nothing where the file is spoilt, which is told', async () => {
    await writeFile(join(folder, 'operator-watch.china.json'), '{"account":"account-1"')
    let told = 0
    const memory = await opened('account-1', () => void (told += 1))
    assert.equal(told, 1)
    assert.equal(memory.lane('china').baselineAt, null)
  })

  it('is written whole, however many write at once, and goes on where the disk fails', async () => {
    const memory = await opened()
    memory.see('china', 'contoso', contoso)
    await Promise.all([memory.keep('china'), memory.keep('china'), memory.keep('china')])
    assert.deepEqual((await opened()).customer('china', 'contoso'), contoso)
    let told = 0
    const broken = await openWatchMemory({
      folder: join(folder, 'operator-watch.china.json', 'nowhere'),
      accounts: { china: 'account-1' },
      onTrouble: () => void (told += 1),
    })
    await broken.keep('china')
    assert(told > 0)
  })

  it('that an older desk wrote is read: what customers bought is not known there yet', async () => {
    const lane = { account: 'account-1', baselineAt: minute(4), wholeAt: null, wholeFrom: null }
    await writeFile(
      join(folder, 'operator-watch.china.json'),
      JSON.stringify({ ...lane, customers: [['contoso', 1_743_386_400_000, null, []]] }),
    )
    assert.equal((await opened()).customer('china', 'contoso')?.bought, null)
  })

  it('is nothing where what was bought cannot be read', async () => {
    await remember()
    const file = join(folder, 'operator-watch.china.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace(';500 sub-2', ';many sub-2'))
    let told = 0
    const memory = await opened('account-1', () => void (told += 1))
    assert.equal(told, 1)
    assert.equal(memory.lane('china').baselineAt, null)
  })

  it('stays small for ten thousand customers with five subscriptions each', async () => {
    const id = (kind: string, each: number) => `5f3c1d6e-0000-4000-${kind}-${String(each).padStart(12, '0')}`
    const memory = await opened()
    for (let each = 0; each < 10_000; each += 1) {
      const subscriptions = [1, 2, 3, 4, 5].map((one) => ({ id: id('9000', each * 5 + one), seats: 25, risen: null }))
      memory.see('china', id('8000', each), {
        triedAt: minute(1),
        seenAt: minute(1),
        subscriptions: [],
        bought: packBought({ since: today, firstOn: null, subscriptions }),
      })
    }
    await memory.keep('china')
    assert((await stat(join(folder, 'operator-watch.china.json'))).size < 3_500_000)
    assert.equal((await opened()).lane('china').customers.size, 10_000)
  })
})
