import assert from 'node:assert/strict'
import { dropTicket, fileTicket } from '../../../domain/service-requests/end-ticket.ts'
import type { ServiceRequest } from '../../../domain/service-requests/service-request.ts'
import { granted, refused } from '../../../domain/shared/outcome.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import { aTicket, mei, minute, otto, sam } from '../../kit/builders.ts'

const file = (request: ServiceRequest, operatorNumber: string, by: Staff = sam) =>
  fileTicket(request, { operatorNumber, by, now: minute(9) })
const drop = (request: ServiceRequest, by: Staff = sam) => dropTicket(request, { by, now: minute(9) })
const filed = (operatorNumber: string) =>
  ({ ...aTicket(), status: 'filed', operatorNumber, filedBy: 'sam', filedAt: minute(9) }) as const

describe('a ticket that was filed by hand', () => {
  for (const [said, number] of [
    ['2503310001', '2503310001'],
    ['  2503310001\n', '2503310001'],
    ['TrackingID-250331', 'TrackingID-250331'],
    ['工单2025', '工单2025'],
    ['1234', '1234'],
    ['9'.repeat(40), '9'.repeat(40)],
  ] as const)
    it(`keeps the number as the portal shows it: ${JSON.stringify(said)}`, () =>
      assert.deepEqual(file(aTicket(), said), granted(filed(number))))

  for (const said of [
    '',
    '   ',
    '123',
    '9'.repeat(41),
    '-1234',
    '12 34',
    '12#34',
    'https://portal/1234',
    '<b>1234</b>',
  ])
    it(`${JSON.stringify(said)} is no number`, () =>
      assert.deepEqual(file(aTicket(), said), refused({ code: 'number-needed' })))

  it('is filed once', () => {
    const request = filed('2503310001')
    assert.deepEqual(file(request, '2503310002'), refused({ code: 'already-decided', request }))
    assert.deepEqual(drop(request), refused({ code: 'already-decided', request }))
  })

  it('is for who may file tickets', () => {
    assert.deepEqual(file(aTicket(), '2503310001', otto), refused({ code: 'not-allowed' }))
    assert.deepEqual(drop(aTicket(), otto), refused({ code: 'not-allowed' }))
    assert(file(aTicket(), '2503310001', mei).ok)
  })
})

describe('a ticket that was not filed', () => {
  it('says who let it be', () => {
    assert.deepEqual(
      drop(aTicket()),
      granted({ ...aTicket(), status: 'not-filed', endedBy: 'sam', endedAt: minute(9) }),
    )
  })
  it('is over', () => {
    const request = { ...aTicket(), status: 'not-filed', endedBy: 'sam', endedAt: minute(9) } as const
    assert.deepEqual(file(request, '2503310001'), refused({ code: 'already-decided', request }))
    assert.deepEqual(drop(request), refused({ code: 'already-decided', request }))
  })
})
