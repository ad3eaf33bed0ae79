import assert from 'node:assert/strict'
import { everyCallRefused, isRefusal, speaksOfUs } from '../../../domain/lanes/own-account.ts'
import type { FaultFacts } from '../../../domain/shared/outside-fault.ts'

const fault = (facts: Partial<FaultFacts>): FaultFacts => ({ service: 'x', kind: 'refused', ...facts })

describe('a refusal', () => {
  for (const [what, facts, ours] of [
    ['the programme is not active', { kind: 'unauthorised', status: 403, code: '800039' }, true],
    ['the token is for another audience', { kind: 'unauthorised', status: 401, code: '900420' }, true],
    ['the sign-in knows no such client', { kind: 'unauthorised', status: 401, code: 'invalid_client' }, true],
    ['the sign-in takes the refresh token no more', { kind: 'unauthorised', status: 400, code: 'invalid_grant' }, true],
    ['a role is missing', { kind: 'unauthorised', status: 403, code: '2032' }, false],
    ['no relationship with this customer', { status: 403, code: '20002' }, false],
    ['nothing is said at all', { kind: 'unauthorised', status: 401 }, false],
    ['the lane is not configured', { kind: 'unauthorised', code: 'lane-not-configured' }, false],
    ['malformed', { status: 400, code: 'bad_request' }, false],
  ] as const)
    it(`speaks ${ours ? '' : 'not '}of ourselves: ${what}`, () => assert.equal(speaksOfUs(fault(facts)), ours))

  for (const [what, facts, refused] of [
    ['401', { kind: 'unauthorised', status: 401 }, true],
    ['403', { status: 403 }, true],
    ['403 with a role missing', { kind: 'unauthorised', status: 403, code: '900308' }, true],
    ['403 since this customer is locked', { status: 403, code: '900416' }, false],
    ['403 since an Azure plan is still in use', { status: 403, code: '900115' }, false],
    ['404', { kind: 'not-found', status: 404 }, false],
  ] as const)
    it(`refuses ${refused ? 'us' : 'no access'}: ${what}`, () => assert.equal(isRefusal(fault(facts)), refused))
})

describe('every call', () => {
  const calls = (...customers: readonly (string | null)[]) => customers.map((customer) => ({ customer }))
  for (const [what, refusals, every] of [
    ['five about one customer', calls('a', 'a', 'a', 'a', 'a'), false],
    ['five about two', calls('a', 'b', 'a', 'b', 'a'), false],
    ['five about three', calls('a', 'b', 'c', 'a', 'b'), true],
    ['five about two, and about none', calls('a', 'b', null, 'a', 'b'), true],
    ['four about four', calls('a', 'b', 'c', 'd'), false],
    ['three customers, but not in the last five', calls('a', 'b', 'c', 'c', 'c', 'c', 'c'), false],
  ] as const)
    it(`is ${every ? '' : 'not '}refused: ${what}`, () => assert.equal(everyCallRefused(refusals), every))
})
