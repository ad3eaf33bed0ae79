import assert from 'node:assert/strict'
import { english } from '../kit/languages.ts'
import { impactOnCard } from '../../dialogs/suspension/impact-on-card.ts'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import { speak } from '../../dialogs/words/words.ts'
import { aPendingSuspension } from '../kit/builders.ts'

describe('the impact on the card of a request', () => {
  const words = speak(english, 'Asia/Shanghai')
  const talk = { words, zone: 'Asia/Shanghai', nameOf: (id: string) => id }
  const { impact, ...asOlderDesksKept } = aPendingSuspension()

  it('is told as far as it can be where an older desk kept none', () => {
    assert.ok(impact)
    const older = plain({ parts: impactOnCard(asOlderDesksKept, talk) })
    assert.equal(older, plain({ parts: impactOnCard({ ...asOlderDesksKept, impact }, talk) }))
    assert.match(older, /^Lose access at once: 25 seats; how many people use them is unknown$/mu)
  })
})
