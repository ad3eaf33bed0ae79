import assert from 'node:assert/strict'
import { serverWords } from '../../../adapters/shared/server-words.ts'

describe('what a mail server said', () => {
  for (const [response, code, sentence] of [
    ['550 5.1.1 Nobody here', '5.1.1', 'Nobody here'],
    ['550-5.7.26 This is\r\n550-5.7.26 unauthenticated\n550 5.7.26 mail', '5.7.26', 'This is unauthenticated mail'],
    ['554 No', null, 'No'],
    ['421', null, ''],
    ['452 4.3.1 \u001b[31m\u202EFull', '4.3.1', '[31mFull'],
    ['550 10.1.1.1 is blocked', null, '10.1.1.1 is blocked'],
  ] as const) {
    it(JSON.stringify(response), () => {
      assert.deepEqual(serverWords({ response }, null), { code, sentence })
    })
  }

  it('is cut where it goes on and on', () => {
    assert.equal(serverWords({ response: `550 ${'x'.repeat(5_000)}` }, null)?.sentence.length, 300)
  })

  it('is nothing where it said nothing', () => {
    assert.equal(serverWords(new Error('hung up'), null), null)
  })
})
