import assert from 'node:assert/strict'
import { english, traditionalChinese as chinese } from '../kit/languages.ts'
import { byWhom } from '../../dialogs/phrases/by-whom.ts'
import type { CardTalk } from '../../dialogs/talk.ts'
import { speak } from '../../dialogs/words/words.ts'

describe('who asked, on a card', () => {
  const told = (by: string, words: CardTalk['words']) =>
    byWhom('fact.asked-by', by, '2025-04-01T08:00:00.000Z', { words, nameOf: (id: string) => id } as CardTalk)[1]

  it('is the desk in the reader’s language where nobody did', () => {
    assert.match(told('desk', speak(english, 'UTC')), /^the desk, /)
    assert.match(told('desk', speak(chinese, 'UTC')), /^本系統/)
    assert.match(told('Mei', speak(english, 'UTC')), /^Mei, /)
  })
})
