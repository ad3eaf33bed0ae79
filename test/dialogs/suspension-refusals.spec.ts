import assert from 'node:assert/strict'
import { askRefusalLine, decisionRefusalLine } from '../../dialogs/suspension/suspension-refusals.ts'
import { anOpenDesk } from '../bot/an-open-desk.ts'
import { allActing, seats } from '../kit/builders.ts'

describe('a suspension that nobody is asked for, or that a press does not decide', () => {
  const talk = async (language: string) => {
    const { languages } = await anOpenDesk()
    return {
      words: languages.best(language),
      nameOf: (id: string) => id,
      colleagues: [],
      stateOf: allActing,
      zone: 'Asia/Shanghai',
      shared: false,
    }
  }

  for (const [refusal, says] of [
    [
      { code: 'unknown-subscription', subscription: seats },
      `The operator no longer lists subscription ${seats}. Start again.`,
    ],
    [
      { code: 'not-active', name: 'Phones', status: 'suspended' },
      'Phones is suspended, not active, so nobody was asked. Start again to see what can be suspended.',
    ],
    [{ code: 'nothing-chosen' }, 'Choose at least one subscription.'],
    [{ code: 'nothing-overdue' }, 'Nothing is overdue according to the ledger.'],
    [{ code: 'asked-before', case: 'S-1' }, 'S-1 already asks for this. Say “S-1” to see it.'],
    [
      { code: 'unknown-customer' },
      'Neither the ledger nor an operator lists this customer any more. Search for it again.',
    ],
  ] as const)
    it(`says why: ${refusal.code}`, async () => {
      assert.equal(askRefusalLine(refusal, await talk('en')), says)
      assert.match(askRefusalLine(refusal, await talk('zh-Hant')), /。$/)
    })

  for (const [refusal, says] of [
    [
      { code: 'ledger-too-old', asOf: '2025-03-20' },
      'The ledger is as of Mar 20, 2025, too old to approve on. The request stays open: approve it once a fresh ledger is imported.',
    ],
    [{ code: 'no-question' }, 'No question is open.'],
    [{ code: 'not-found' }, 'This case no longer exists.'],
    [{ code: 'approved-before' }, 'You approved this already; a different second approver is needed.'],
    [
      { code: 'not-allowed', reason: 'non-payment' },
      'Your role does not allow answering this. It takes the role of collector or approver.',
    ],
  ] as const)
    it(`says what keeps a press from counting: ${refusal.code}`, async () => {
      assert.equal(decisionRefusalLine(refusal, await talk('en')), says)
      assert.match(decisionRefusalLine(refusal, await talk('zh-Hant')), /。$/)
    })
})
