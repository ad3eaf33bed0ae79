import assert from 'node:assert/strict'
import { headerMeanings, isAgeBand } from '../../../adapters/ledger-csv/header-meanings.ts'

describe('a header', () => {
  const meant: readonly [header: string, field: string][] = [
    ['Open balance', 'openAmount'],
    ['OPEN_BALANCE', 'openAmount'],
    ['remainingAmount', 'openAmount'],
    ['Amount Due (EUR)', 'openAmount'],
    ['Open balance in USD', 'openAmount'],
    ['Balance €', 'openAmount'],
    ['Fällig am:', 'dueDate'],
    ['FAELLIG AM', 'dueDate'],
    ['Kunden-Nr.', 'customerNumber'],
    ['Customer #', 'customerNumber'],
    ['Währung', 'currency'],
    ['S/H', 'documentType'],
    ['E-Mail', 'email'],
    ['Rechnungs-E-Mail', 'email'],
    ['Courriel', 'email'],
    ['Correo electrónico', 'email'],
    ['Posta elettronica', 'email'],
    ['E-mail de cobrança', 'email'],
    ['Электронная почта', 'email'],
    ['メールアドレス', 'email'],
    ['電子郵件', 'email'],
    ['电子邮箱', 'email'],
    ['Account manager', 'owner'],
    ['Kundenbetreuer', 'owner'],
    ['Responsable client', 'owner'],
    ['Gestor de cuenta', 'owner'],
    ['Responsabile', 'owner'],
    ['Responsável', 'owner'],
    ['Ответственный', 'owner'],
    ['Менеджер', 'owner'],
    ['担当者', 'owner'],
    ['負責人', 'owner'],
    ['负责人', 'owner'],
  ]
  for (const [header, field] of meant) {
    it(`"${header}" means ${field}`, () =>
      assert.deepEqual(
        headerMeanings(header).map((one) => one.field),
        [field],
      ))
  }

  for (const header of ['', 'Paid', 'Sales rep', 'Sales rep email', '営業担当']) {
    it(`"${header}" means nothing`, () => assert.deepEqual(headerMeanings(header), []))
  }

  for (const band of [
    'Current',
    '1 - 30',
    '31-60 days',
    '< 1 Month',
    '91 and over',
    'Older',
    '61 bis 90 Tage',
    'über 90 Tage',
  ]) {
    it(`"${band}" is an age`, () => assert(isAgeBand(band)))
  }
  for (const header of ['2026-03', 'INV-1-30', 'Total']) {
    it(`"${header}" is no age`, () => assert(!isAgeBand(header)))
  }
})
