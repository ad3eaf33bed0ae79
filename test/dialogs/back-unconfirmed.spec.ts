import assert from 'node:assert/strict'
import { resumptionCard } from '../../dialogs/resumption/resumption-card.ts'
import { anOpenDesk } from '../bot/an-open-desk.ts'
import { allActing, anAct, anApprovedResumption, minute } from '../kit/builders.ts'

describe('service that was accepted to come back and never seen', () => {
  it('is not told as back, but as still held', async () => {
    const { languages } = await anOpenDesk()
    const { status, ...asked } = anApprovedResumption()
    assert.equal(status, 'approved')
    const acts = [
      anAct({ result: { state: 'done', at: minute(9), confirmed: true } }),
      anAct({ result: { state: 'done', at: minute(9), confirmed: false } }),
    ]
    const talk = {
      words: languages.best('en'),
      nameOf: (id: string) => id,
      colleagues: [],
      stateOf: allActing,
      zone: 'Asia/Shanghai',
      shared: false,
    }
    const card = resumptionCard({ ...asked, status: 'carried-out', acts, endedAt: minute(9) }, 2, talk)
    assert.equal(card.tone, 'warning')
    const texts = card.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
    assert.equal(texts[0], '1 of 2 back in service.')
    assert.match(texts[2] ?? '', /accepted by 21Vianet, but never seen to take effect; not confirmed$/)
    assert.match(texts[3] ?? '', /still on hold\. Once it can come back, say “resume Contoso/)
  })
})
