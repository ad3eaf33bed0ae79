import assert from 'node:assert/strict'
import { looksLike, looksMixed } from '../../../dialogs/understanding/look-alikes.ts'

describe('letters that look alike', () => {
  for (const name of ['Cоntoso', 'Fabrikаm GmbH', 'Ρaypal', 'Microsоft', 'сосоо Bank', 'Яndex'])
    it(`${name} is worth a look`, () => assert.equal(looksMixed(name), true))
  for (const name of [
    'Contoso',
    'Рога и Копыта',
    'ООО Contoso',
    'АО Oracle',
    '株式会社コントソ',
    'Contoso 台灣',
    'São Paulo S.A.',
    'Αθήνα',
    'Ёлка',
    '1С-Рарус',
    '',
    '!!!',
  ])
    it(`${name || 'nothing'} is as it should be`, () => assert.equal(looksMixed(name), false))
  it('are one to the eye', () => {
    assert.equal(looksLike('cоntоsо'), 'contoso')
    assert.equal(looksLike('ромашка'), looksLike('poмaшka'))
    assert.equal(looksLike('が'), 'が')
  })
})
