import assert from 'node:assert/strict'
import { traditionalChinese as chinese, english } from '../../kit/languages.ts'
import { troubleLine } from '../../../dialogs/phrases/trouble-line.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import type { SeedSubscription } from '../../../adapters/simulators/partner-center/seed.ts'
import type { PartnerCenterSimulator } from '../../../adapters/simulators/partner-center-simulator.ts'
import { troubleOf } from '../../../domain/acts/take-step.ts'
import type { FaultKind } from '../../../domain/shared/outside-fault.ts'
import { addOn, aSubscription, harbor, morning, seats, stopSimulators } from '../simulators/a-seed.ts'
import { atTheOperator, faultOf, type AtTheOperator } from './at-the-operator.ts'

/** As listed in facts/partner-center 6.6; a row of the table below may not be forgotten. */
const listed = `
  400: 2001 2006 2011 2055 800002 800040 800091 800093 800096 900117 900213 900118 900277 900279 900280 900311 800082
  401: 400 800001 900420
  403: 2032 900150 900308 20002 900159 800039 800073 800074 800075 900115 900309 900416
  404: 20003 60003 800111
  409: 27009 800060 800082 900278`

type World = Parameters<typeof atTheOperator>[0]
/** How it comes about: the operator's world and what the desk asks there. */
type Circumstances = readonly [World, (at: AtTheOperator) => Promise<unknown>]

const stranger = '99999999-0000-4000-8000-000000000000'
const renewal = { autoRenew: true, scheduledChange: null }
const plan: Partial<SeedSubscription> = { soldAs: 'azure-plan', azure: [{ id: addOn }] }
/** So late that each tag read before is stale (4.3). */
const tooSlow = (method: string, simulator: PartnerCenterSimulator) => {
  if (method === 'PATCH') simulator.advance(60_001)
}
const onlySuspend = (at: AtTheOperator) => at.suspend()
const inCondition = (condition: 'locked' | 'under-review' | 'not-approved' | 'no-relationship'): Circumstances => {
  return [{ customer: { condition } }, onlySuspend]
}
/** Where the facts name no circumstances, or the desk's own client does not bring them about. */
const byOrder = (status: number, code: number): Circumstances => [
  {},
  (at) => {
    at.simulator.fault({ method: 'PATCH', times: 9, then: { kind: 'error', status, code } })
    return at.suspend()
  },
]
const inStanding = (standing: 'programme-inactive' | 'role-missing' | 'blocked-by-policy'): Circumstances => {
  return [{ switches: { standing } }, onlySuspend]
}

interface Row {
  readonly status: number
  readonly code: string
  readonly comesAbout: Circumstances
  readonly kind: FaultKind
  /** What is read in English and in Chinese. */
  readonly says: readonly [RegExp, RegExp]
  /** How many changing calls arrive before the desk gives up: one, unless said otherwise. */
  readonly asked?: number
}

function row(
  status: number,
  code: number,
  kind: FaultKind,
  comesAbout: Circumstances | null,
  says: readonly [RegExp, RegExp],
  asked = 1,
): Row {
  return { status, code: String(code), kind, comesAbout: comesAbout ?? byOrder(status, code), says, asked }
}

const deletedMeanwhile: World = { subscription: { status: 'deleted' } }
const noUpdates = [/takes no changes .* now.*longer than a day.*portal/, /目前不接受.*超過一天.*入口網站/] as const
const mistake = [/mistake of the desk: tell an administrator/, /本系統的錯誤，請通知系統管理員/] as const
const role = [/An administrator should give .* “Admin agent”/, /請系統管理員.*系統管理代理人/] as const
const doctor = [/refused our own access.*desk -- doctor/, /desk -- doctor/] as const
const partner = [/not see us as this customer’s partner.*relationship/, /查無我們與這位客戶的經銷商關係/] as const
const review = [/reviewing this customer’s account.*few days, or open a ticket/, /正在審查.*開工單/] as const
const busy = [/busy with this subscription.*passes within a day/, /一天之內會結束/] as const
const unknown = [/does not know this subscription .*portal/, /查無這個訂用帳戶.*入口網站/] as const
const window = [/time in which .* cancelled is over.*ended with its term/, /可取消期限已過.*合約期結束時終止/] as const
const state = [/does not allow this change in the state it is in.*portal/, /目前的狀態.*不允許/] as const

const table: readonly Row[] = [
  row(400, 2001, 'refused', null, [/seats cannot change while .* suspended.*back first/, /不能變更授權數量.*先恢復/]),
  row(
    400,
    2006,
    'refused',
    [{ subscription: { soldAs: 'software' } }, onlySuspend],
    [/does not allow this for this product.*in the portal/, /對這項產品.*入口網站/],
  ),
  row(400, 2011, 'refused', [deletedMeanwhile, onlySuspend], [/deleted .* already.*bought anew/, /已經刪除.*重新購買/]),
  row(
    400,
    2055,
    'busy',
    [{ subscription: { soldAs: 'legacy' }, before: tooSlow }, onlySuspend],
    [/was changed .* while the desk was about to.*portal/, /另有變更.*入口網站/],
    2,
  ),
  row(400, 800002, 'refused', [{}, (at) => at.lane.suspend(harbor, 'no-guid', at.newIntent())], mistake, 0),
  row(400, 800040, 'refused', [{ subscription: { status: 'expired' } }, onlySuspend], state),
  row(
    400,
    800091,
    'refused',
    [{ subscription: { status: 'suspended' } }, (at) => at.lane.setRenewal(harbor, seats, renewal, at.newIntent())],
    [/changes nothing else .* suspended.*back first/, /暫停期間.*先恢復/],
  ),
  row(
    400,
    800093,
    'refused',
    [{ subscription: plan }, (at) => at.lane.setRenewal(harbor, seats, renewal, at.newIntent())],
    [/does not renew this one by itself.*renew it in the portal/, /不會自動續約.*入口網站續約/],
  ),
  row(400, 800096, 'refused', [{ subscription: { soldAs: 'legacy' } }, (at) => at.cancel()], state),
  row(400, 900117, 'refused', [{}, (at) => at.cancel()], window),
  row(400, 900213, 'refused', [{ switches: { cancellationRefusal: 'hours' } }, (at) => at.cancel()], window),
  row(400, 900118, 'refused', [{}, (at) => at.lane.suspend('no-guid', seats, at.newIntent())], mistake, 0),
  row(
    400,
    900277,
    'busy',
    [{ subscription: { autoRenew: false }, switches: { expiringHours: 24 * 365 } }, onlySuspend],
    noUpdates,
  ),
  row(400, 900279, 'busy', null, noUpdates),
  row(400, 900280, 'busy', null, noUpdates),
  row(400, 900311, 'refused', null, [/so often that .* no more changes.*Open a ticket/, /次數過多.*開工單/]),
  row(400, 800082, 'busy', [{ subscription: { status: 'pending' }, switches: { notReady: 400 } }, onlySuspend], busy),
  row(401, 400, 'unauthorised', null, doctor, 2),
  row(401, 800001, 'unauthorised', null, doctor, 2),
  row(401, 900420, 'unauthorised', null, doctor, 2),
  row(403, 2032, 'unauthorised', null, role),
  row(403, 900150, 'unauthorised', null, role),
  row(403, 900308, 'unauthorised', inStanding('role-missing'), role, 0),
  row(403, 20002, 'refused', inCondition('no-relationship'), partner),
  row(
    403,
    900159,
    'refused',
    [
      { subscription: plan, customer: { condition: 'no-relationship' } },
      (at) => at.lane.stopAzure(harbor, seats, addOn, at.newIntent()),
    ],
    partner,
  ),
  row(
    403,
    800039,
    'unauthorised',
    inStanding('programme-inactive'),
    [/reseller programme of our own company is not active/, /經銷商計劃不在有效狀態/],
    0,
  ),
  row(403, 800073, 'refused', inCondition('under-review'), review),
  row(403, 800074, 'refused', null, review),
  row(403, 800075, 'refused', inCondition('not-approved'), [
    /not approved this customer’s account.*details in the portal, or open a ticket/,
    /未核准這位客戶.*開工單/,
  ]),
  row(
    403,
    900115,
    'refused',
    [{ subscription: plan }, onlySuspend],
    [/Azure subscriptions under this plan are still active.*Stop each of them first/, /請先逐一停用/],
  ),
  row(
    403,
    900309,
    'unauthorised',
    inStanding('blocked-by-policy'),
    [/Conditional Access policy blocks it; an administrator should/, /條件式存取原則.*請系統管理員/],
    0,
  ),
  row(403, 900416, 'refused', inCondition('locked'), [
    /locked this customer .*Open a ticket/,
    /已鎖定這位客戶.*開工單/,
  ]),
  row(404, 20003, 'not-found', [{}, (at) => at.suspend(stranger)], unknown, 0),
  row(
    404,
    60003,
    'not-found',
    [{}, (at) => at.lane.suspend(stranger, seats, at.newIntent())],
    [/does not know this customer’s tenant.*portal/, /查無這位客戶的租用戶.*入口網站/],
    0,
  ),
  row(
    404,
    800111,
    'not-found',
    [{ subscription: plan }, (at) => at.lane.stopAzure(harbor, seats, stranger, at.newIntent())],
    [/does not know this Azure subscription.*portal/, /查無這個 Azure 訂用帳戶.*入口網站/],
    0,
  ),
  row(
    409,
    27009,
    'refused',
    [
      {
        subscription: { status: 'suspended' },
        more: [aSubscription({ id: addOn, parent: seats, status: 'suspended', since: morning })],
      },
      (at) => at.reactivate(addOn),
    ],
    [/base subscription is not active.*base back first/, /先恢復主訂用帳戶/],
  ),
  row(
    409,
    800060,
    'busy',
    [
      { switches: { changes: 'never-arrive' } },
      async (at) => {
        await at.suspend()
        return at.suspend()
      },
    ],
    busy,
    2,
  ),
  row(409, 800082, 'busy', [{ subscription: { status: 'pending' } }, onlySuspend], busy),
  row(409, 900278, 'busy', [{ subscription: { commitmentEnd: '2026-03-31T20:00:00.000Z' } }, onlySuspend], busy),
]

// Beside 6.6: the codes of 3.2 and of single Azure subscriptions (7).
const beside: readonly Row[] = [
  row(
    403,
    900329,
    'unauthorised',
    [{ appOnly: true, switches: { appOnlyMayChange: false } }, onlySuspend],
    [/sign-in of a person.*refresh token/, /重新整理權杖/],
  ),
  row(
    400,
    900337,
    'refused',
    [
      { subscription: { ...plan, azure: [{ id: addOn, status: 'inactive' }] } },
      (at) => at.lane.startAzure(harbor, seats, addOn, at.newIntent()),
    ],
    [/may need the Azure portal/, /Azure 入口網站/],
  ),
  row(
    403,
    900335,
    'refused',
    [
      {
        subscription: { ...plan, azure: [{ id: addOn, status: 'inactive' }] },
        switches: { azureReactivation: 'not-permitted' },
      },
      (at) => at.lane.startAzure(harbor, seats, addOn, at.newIntent()),
    ],
    [/may not bring Azure subscriptions back.*roles.*Azure portal/, /無權恢復.*角色.*Azure 入口網站/],
  ),
  row(
    400,
    900307,
    'refused',
    [
      { subscription: plan },
      (at) => {
        at.simulator.fault({ method: 'POST', path: '/cancel', then: { kind: 'error', status: 400, code: 900307 } })
        return at.lane.stopAzure(harbor, seats, addOn, at.newIntent())
      },
    ],
    mistake,
  ),
]

const languages = languagesFrom([english, chinese], 'en', 'UTC')

describe('every code of facts/partner-center 6.6', () => {
  afterEach(stopSimulators)

  it('is in the table, under its status', () => {
    const named = listed.split('\n').flatMap((line) => {
      const [status, codes = ''] = line.trim().split(': ')
      return codes
        .split(' ')
        .filter(Boolean)
        .map((code) => `${status} ${code}`)
    })
    assert.deepEqual(table.map(({ status, code }) => `${status} ${code}`).sort(), named.sort())
  })

  for (const { status, code, comesAbout, kind, says, asked } of [...table, ...beside])
    it(`${status} ${code} is ${kind}, asked ${asked} times, and told with what to do next`, async () => {
      const [world, act] = comesAbout
      const at = await atTheOperator(world)
      const fault = await faultOf(act(at))
      const trouble = troubleOf(fault)
      assert.deepEqual(
        { status: fault.facts.status, kind: trouble.kind, code: trouble.code, retried: fault.retryable },
        { status: status === 404 && code === '800111' ? undefined : status, kind, code, retried: kind === 'busy' },
      )
      assert.equal(at.changes().length, asked)
      for (const [language, said] of [
        ['en', says[0]],
        ['zh-Hant', says[1]],
      ] as const) {
        const line = troubleLine({ ...trouble, description: null }, 'global', languages.best(language))
        assert.match(line, said)
        assert.match(line, new RegExp(code))
      }
    })
})
