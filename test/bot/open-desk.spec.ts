import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { DeskInUse } from '../../adapters/lowdb/folder-lock.ts'
import { readConfig } from '../../bot/config.ts'
import { openDesk, type OpenDesk, type OpenDeskOptions } from '../../bot/open-desk.ts'
import { lanes } from '../../domain/customers/lane.ts'
import { ownPolicy } from '../adapters/policy-yaml/a-policy-file.ts'
import { aPromise } from './a-runner.ts'

const log = pino({ level: 'silent' })

describe('opening a desk', () => {
  let folder: string
  const opened: OpenDesk[] = []

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opened-'))
  })
  const closeAll = async () => {
    for (const each of opened.splice(0)) await each.close()
  }
  afterEach(async () => {
    await closeAll()
    await rm(folder, { recursive: true })
  })

  const open = async (options: Partial<OpenDeskOptions> = {}) => {
    const desk = await openDesk(readConfig({}), { folder, log, ...options })
    opened.push(desk)
    return desk
  }

  it('finds the first policy in the folder, else the default, and keeps to it whatever the file says later', async () => {
    await writeFile(join(folder, 'policy.yaml'), ownPolicy)
    const { desk, policy } = await open()
    assert.equal(policy.calendar.timeZone, 'Asia/Shanghai')
    assert.equal(desk.policy, policy)
    await closeAll()
    const warned: unknown[] = []
    const listening = pino({ level: 'warn' }, { write: (line: string) => void warned.push(JSON.parse(line)) })
    await writeFile(join(folder, 'policy.yaml'), ownPolicy.replace('ledger age limit: 2', 'ledger age limit: 9'))
    const again = await open({ log: listening })
    assert.equal(again.policy.ledgerAgeLimit, 2)
    assert.match(JSON.stringify(warned), /"version":1.*the edited policy is not in force/)
    await closeAll()
    await writeFile(join(folder, 'policy.yaml'), 'nonsense')
    assert.equal((await open({ log: listening })).policy.ledgerAgeLimit, 2)
    assert.match(JSON.stringify(warned), /the edited policy cannot be read/)
  })

  it('has no Friday brake in a demo with the default policy, and one with a policy of one’s own', async () => {
    assert.equal((await open()).policy.fridayBrakeHours, 0)
    await closeAll()
    assert.equal((await open()).policy.fridayBrakeHours, 0)
    await closeAll()
    const own = await mkdtemp(join(tmpdir(), 'opened-'))
    await writeFile(join(own, 'policy.yaml'), ownPolicy)
    assert.equal((await open({ folder: own })).policy.fridayBrakeHours, 4)
    await closeAll()
    await rm(own, { recursive: true })
  })

  it('is refused by a faulty policy, which is named, and lets go of the folder', async () => {
    const own = join(folder, 'policy.yaml')
    await writeFile(own, ownPolicy.replace('Asia/Shanghai', 'Mars'))
    await assert.rejects(open(), (fault) => {
      assert(fault instanceof Error)
      assert.equal(
        fault.message,
        `${own} is no usable collections policy:\n  line 1: time zone is no time zone such as Europe/Berlin`,
      )
      return true
    })
    await writeFile(own, ownPolicy)
    await open()
  })

  it('does not take a policy it cannot read for none', async () => {
    await mkdir(join(folder, 'policy.yaml'))
    await assert.rejects(open(), { code: 'EISDIR' })
  })

  it('is refused while another desk has the folder', async () => {
    await open()
    await assert.rejects(open(), DeskInUse)
  })

  it('has no lane that was not configured', async () => {
    const { desk } = await open()
    assert.deepEqual(
      lanes.map((lane) => desk.laneOf(lane)),
      [null, null, null],
    )
  })

  it('has the lanes it was given', async () => {
    const connection = {
      tenantId: 't',
      clientId: 'c',
      clientSecret: 's',
      refreshToken: undefined,
      apiUrl: 'http://127.0.0.1:9',
      loginUrl: 'http://127.0.0.1:9',
    }
    const { desk } = await open({ lanes: { china: connection } })
    assert.deepEqual(
      lanes.map((lane) => desk.laneOf(lane)?.lane ?? null),
      [null, null, 'china'],
    )
  })

  it('tells of every commit that promised something, and of no other', async () => {
    let told = 0
    const { store } = await open({ onPromised: () => (told += 1) })
    await store.commit({ audit: [] })
    await store.commit({ outbox: [] })
    assert.equal(told, 0)
    await store.commit({ outbox: [aPromise('a')] })
    assert.equal(told, 1)
    await assert.rejects(store.commit({ outbox: [aPromise('a')] }))
    assert.equal(told, 1)
  })
})
