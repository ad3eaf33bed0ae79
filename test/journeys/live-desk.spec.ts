import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newFolder, removeFolder } from '../kit/demo-desk.ts'
import { endAll, runScript, startScript, type Running } from '../kit/processes.ts'

const tenant = '00000000-0000-0000-0000-000000000001'

describe('a live desk', function () {
  this.timeout(400_000)
  let folder: string
  let env: Record<string, string>
  let desk: Running
  let url: string

  before(async () => {
    folder = await newFolder()
    env = {
      DESK_MODE: 'live',
      DESK_KEY: 'k'.repeat(32),
      DESK_DATA: join(folder, 'desk'),
      DESK_ADMINS: `teams:${tenant}/a1, teams:${tenant}/a2`,
      PORT: '0',
      MicrosoftAppId: '00000000-0000-0000-0000-0000000000b0',
      MicrosoftAppPassword: 'not-a-secret',
      MicrosoftAppTenantId: tenant,
    }
    desk = await startScript('bot/index.ts', [], env, /"port":(\d+).*"msg":"listening"/)
    url = `http://127.0.0.1:${desk.said[1]}`
  })
  after(async () => {
    await endAll()
    await removeFolder(folder)
  })

  it('is alive and ready, on this machine only', async () => {
    for (const path of ['/healthz', '/readyz']) assert.equal((await fetch(`${url}${path}`)).status, 200)
    assert.match(desk.said[0], /"host":"127\.0\.0\.1"/)
  })

  it('turns away whoever has no token of Teams', async () => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(await someMessage()),
    })
    assert.equal(response.status, 401)
  })

  it('has seated its administrators, and says what is still missing', async () => {
    const { code, output } = await runScript('bot/cli/index.ts', ['doctor'], env)
    assert.match(output, /^ok {4}mode live/m)
    assert.match(output, /^ok {4}administrators: 2$/m)
    assert.match(output, /^look {2}ledger: none yet/m)
    assert.doesNotMatch(output, /not-a-secret/)
    assert.equal(code, 0)
  })

  it('ends in order when it is told to', async () => {
    assert.equal(await desk.end('SIGTERM'), 0)
    await assert.rejects(fetch(`${url}/healthz`))
    assert.equal(existsSync(join(folder, 'desk', 'console.sock')), false)
  })

  it('starts watch-only where a lane is new', async () => {
    const nobody = 'http://127.0.0.1:9'
    const lane = {
      PARTNER_CENTER_CHINA_TENANT_ID: tenant,
      PARTNER_CENTER_CHINA_CLIENT_ID: 'client',
      PARTNER_CENTER_CHINA_CLIENT_SECRET: 'not-a-secret',
      PARTNER_CENTER_CHINA_API_URL: nobody,
      PARTNER_CENTER_CHINA_LOGIN_URL: nobody,
    }
    const again = await startScript('bot/index.ts', [], { ...env, ...lane }, /"port":(\d+).*"msg":"listening"/)
    const { lanes } = (await (await fetch(`http://127.0.0.1:${again.said[1]}/readyz`)).json()) as { lanes: unknown }
    assert.deepEqual(lanes, { global: 'not-configured', 'us-government': 'not-configured', china: 'watch-only' })
    assert.equal(await again.end('SIGTERM'), 0)
  })

  it('is not started by settings that cannot be, and says so without a stack', async () => {
    const { code, output } = await runScript('bot/index.ts', [], { ...env, DESK_KEY: '' })
    assert.match(output, /^The settings cannot be used:\n {2}- DESK_KEY is needed in live mode/)
    assert.doesNotMatch(output, /^\s+at /m)
    assert.equal(code, 1)
  })

  const faulty = 'time zone: Mars\n'

  it('is not started for the first time by a faulty policy, and says where the fault is', async () => {
    const first = join(folder, 'first')
    await mkdir(first)
    await writeFile(join(first, 'policy.yaml'), faulty)
    const { code, output } = await runScript('bot/index.ts', [], { ...env, DESK_DATA: first })
    assert.match(output, /first\/policy\.yaml is no usable collections policy:\n {2}line 1: time zone is no time zone/)
    assert.doesNotMatch(output, /^\s+at /m)
    assert.equal(code, 1)
  })

  it('goes on by the policy in force where the file was spoiled meanwhile, and the doctor says where', async () => {
    await writeFile(join(folder, 'desk', 'policy.yaml'), faulty)
    const again = await startScript('bot/index.ts', [], env, /"port":(\d+).*"msg":"listening"/)
    assert.equal((await fetch(`http://127.0.0.1:${again.said[1]}/readyz`)).status, 200)
    const { code, output } = await runScript('bot/cli/index.ts', ['doctor'], env)
    assert.match(
      output,
      /^WRONG policy: version 1 since .*; policy\.yaml cannot be activated: line 1: time zone is no/m,
    )
    assert.equal(code, 1)
    assert.equal(await again.end('SIGTERM'), 0)
  })
})

async function someMessage(): Promise<unknown> {
  return JSON.parse(await readFile(new URL('../fixtures/teams/message-personal.json', import.meta.url), 'utf8'))
}
