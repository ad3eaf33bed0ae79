import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHolidays } from '../../../adapters/holidays/open-holidays.ts'
import { countryCode } from '../../../adapters/holidays/country-code.ts'

describe('public holidays', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holidays-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const open = () => openHolidays(folder, () => '2025-03-31T02:00:00.000Z')

  it('are those of the customer’s country, and of no other', async () => {
    const german = await (await open()).in(['DE'])
    assert.equal(german('2025-10-03'), true)
    assert.equal(german('2025-07-04'), false)
    assert.equal((await (await open()).in(['United States']))('2025-07-04'), true)
  })

  it('last all their days', async () => {
    const chinese = await (await open()).in(['CN'])
    assert.deepEqual([chinese('2025-10-01'), chinese('2025-10-02'), chinese('2025-10-20')], [true, true, false])
  })

  it('are none where nobody knows the country', async () => {
    assert.equal((await (await open()).in(['Atlantis', 'XX']))('2025-12-25'), false)
    assert.equal((await (await open()).in([]))('2025-12-25'), false)
  })

  it('are added and removed by a file of the partner’s own', async () => {
    await writeFile(join(folder, 'holidays.yaml'), 'DE: { add: [2025-12-24], remove: [2025-10-03] }\n')
    const german = await (await open()).in(['Deutschland'])
    assert.deepEqual([german('2025-12-24'), german('2025-10-03'), german('2025-12-25')], [true, false, true])
  })

  it('do not open with a file that cannot be used, and every fault is named', async () => {
    await writeFile(join(folder, 'holidays.yaml'), 'DE: { add: [yesterday] }\nGermany: {}\n')
    await assert.rejects(open(), /add › 0 is no day such as[^]*Germany/)
    await writeFile(join(folder, 'holidays.yaml'), 'DE: [')
    await assert.rejects(open(), /is no usable list of holidays/)
  })
})

describe('the country a ledger names', () => {
  for (const [named, code] of [
    ['de', 'DE'],
    ['UK', 'GB'],
    ['Germany', 'DE'],
    ['deutschland', 'DE'],
    ['日本', 'JP'],
    ['Atlantis', null],
  ] as const)
    it(`${named} is ${code ?? 'none'}`, () => assert.equal(countryCode(named), code))
})
