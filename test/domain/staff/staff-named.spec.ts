import assert from 'node:assert/strict'
import { staffNamed } from '../../../domain/staff/staff-named.ts'
import type { Staff } from '../../../domain/staff/staff.ts'

const person = (id: string, name: string, user: string): Staff => ({
  id,
  name,
  accounts: [{ channel: 'teams', tenant: 't1', user }],
  roles: [],
  language: null,
})
const named = staffNamed([
  person('p-1', 'Mei Tanaka', 'AB-01'),
  person('p-2', 'Wang Wei', 'ab-02'),
  person('p-3', 'wang wei', 'ab-03'),
  person('p-4', 'Jörg', 'Jörg'),
])

describe('a written name means', () => {
  for (const [said, id] of [
    ['Mei Tanaka', 'p-1'],
    [' MEI\ttanaka ', 'p-1'],
    ['Ｍｅｉ　Ｔａｎａｋａ', 'p-1'],
    ['ab-01', 'p-1'],
    ['teams:t1/AB-02', 'p-2'],
    ['P-3', 'p-3'],
    ['JO\u0308RG', 'p-4'],
  ] as const)
    it(`${JSON.stringify(said)}: ${id}`, () => assert.equal(named(said)?.id, id))
  for (const said of ['Mei', 'Tanaka Mei', 'Wang Wei', 'Jorg', '', 'teams'])
    it(`${JSON.stringify(said)}: nobody, or not one person alone`, () => assert.equal(named(said), null))
})
