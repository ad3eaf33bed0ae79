import assert from 'node:assert/strict'
import { caseId, caseKindOf, caseSeries, type CaseKind } from '../../../domain/cases/case.ts'

describe('a case number', () => {
  for (const kind of Object.keys(caseSeries) as readonly CaseKind[])
    it(`tells by its series that it is a ${kind}`, () => assert.equal(caseKindOf(caseId(kind, 12)), kind))

  it('is short enough to be said', () => {
    assert.equal(caseId('suspension', 12), 'S-12')
    assert.equal(caseId('service-request', 142), 'PD-142')
  })

  it('has a series of its own for each kind', () => {
    assert.equal(new Set(Object.values(caseSeries)).size, Object.keys(caseSeries).length)
  })

  for (const text of ['', 'S', 'S-', 'S-1a', 's-1', ' S-1', 'S-1 ', 'Q-1', 'PD1', 'S--1', 'S-1\n', '12', 'contoso'])
    it(`${JSON.stringify(text)} is none`, () => assert.equal(caseKindOf(text), null))
})
