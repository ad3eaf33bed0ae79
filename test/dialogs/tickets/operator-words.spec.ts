import assert from 'node:assert/strict'
import { english } from '../../../dialogs/tickets/operator-words/english.ts'
import { simplifiedChinese } from '../../../dialogs/tickets/operator-words/simplified-chinese.ts'
import type { OperatorWords } from '../../../dialogs/tickets/operator-words/operator-words.ts'

/** Every word of a language; what is made of facts, with facts that are Latin letters. */
function everyWord(words: OperatorWords): readonly string[] {
  const facts = { name: 'N', id: 'I', at: 'T', type: 'Y', since: 'S', times: 2 }
  return [
    ...Object.values(words).filter((each) => typeof each === 'string'),
    words.record('Z'),
    words.record(null),
    words.more(3),
    words.reference('PD-1'),
    ...Object.values(words.topics),
    ...Object.values(words.severities),
    ...Object.values(words.files),
    ...Object.values(words.deeds),
    ...Object.values(words.opening.failed),
    ...(['suspended', 'active', 'ended'] as const).map((what) => words.opening.failedAct({ ...facts, what })),
    words.opening.answered('1', 'x'),
    words.opening.answered(null, 'x'),
    words.opening.answered('1', null),
    words.opening.seenOtherwise,
    ...Object.values(words.opening.seen).map((seen) => seen('N', 'I', 'T')),
    words.opening.suspicious('Y'),
    words.opening.suspiciousUse(facts),
    words.opening.source,
    words.opening.resources,
    words.change.note('PD-1'),
    words.change.severity('PD-1', words.severities.critical),
    words.change.close('PD-1'),
  ]
}

/** Letters that mainland China writes otherwise. */
const traditional =
  /[們個為會關證國語設認誰還沒給選項說時對戶單開訂請問題應帳務實際這於處貴復無內終發報結濟間讀確認險類嚴]/u

describe('the words for operators', () => {
  it('tell the same deeds in both languages', () =>
    assert.deepEqual(Object.keys(simplifiedChinese.deeds).sort(), Object.keys(english.deeds).sort()))

  it('are plain ASCII in English, as a form may take nothing else', () => {
    for (const word of everyWord(english)) assert.match(word, /^[\x20-\x7e]+$/)
  })

  it('are Simplified Chinese without a Traditional letter, and no English beside what has a name in it only', () => {
    const words = everyWord(simplifiedChinese)
    assert(words.length > 60)
    for (const word of words) {
      assert.doesNotMatch(word, traditional, word)
      assert.doesNotMatch(word.replace(/UTC|ID|PD-1|zh-hans/gu, ''), /[A-Za-z]{2,}/u, word)
      assert.doesNotMatch(word, /\p{Script=Han}[,.;:!?()]|[,;:!?()]\p{Script=Han}/u, word)
    }
  })
})
