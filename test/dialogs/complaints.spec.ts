import assert from 'node:assert/strict'
import { anInvoice } from '../kit/builders.ts'
import type { Office } from '../kit/office.ts'
import { findButton } from '../kit/screens.ts'
import { anOffice, before } from './an-office.ts'

/** Not old enough for a suspension: two approvers together may set the policy aside. */
const young = anInvoice({ due: '2025-02-20' })
const long = (length: number) => 'x'.repeat(length)

describe('a complaint names the field it is about', () => {
  const press = async (office: Office, name: string, label: string, inputs: Readonly<Record<string, string>>) => {
    const by = office.speaker(name, { channel: null, chat: 'teams' })
    const found = findButton(office.messages, { label, place: by.place, stale: false })
    assert(found, `${name} sees no button [${label}]`)
    const { button, message } = found
    const answers = 'says' in button && button.answers !== undefined ? { answers: button.answers } : {}
    const heard =
      'says' in button
        ? ({ kind: 'said', by, text: button.says, inputs, pressed: true, ...answers } as const)
        : ({ kind: 'acted', by, action: button.acts, inputs } as const)
    const [answered] = await office.hearAtOnce([{ heard, card: message.id }])
    return answered?.reply.parts ?? []
  }
  /** What is complained of where, at the top of what was said last. */
  const complaints = (parts: Awaited<ReturnType<typeof press>>) =>
    parts.flatMap((part) => (part.kind === 'text' && part.about !== undefined ? [[part.about, part.text]] : []))

  describe('of a suspension', () => {
    for (const [what, begin, inputs, expected] of [
      [
        'nothing chosen',
        'suspend contoso for non-payment',
        { subscriptions: '', note: '' },
        [['subscriptions', 'Choose at least one subscription.']],
      ],
      [
        'nothing chosen and nothing seen',
        'suspend contoso for fraud',
        { subscriptions: '', note: '' },
        [
          ['subscriptions', 'Choose at least one subscription.'],
          ['note', 'Say what was seen: the second person decides on your words.'],
        ],
      ],
      [
        'a note without end',
        'suspend contoso for fraud',
        { subscriptions: '', note: long(4_001) },
        [
          [
            'note',
            'Your text has 4,001 characters, and at most 4,000 fit. Nothing of it was kept: say it more briefly.',
          ],
        ],
      ],
    ] as const)
      it(what, async () => {
        const office = await anOffice()
        await before(office, `Mei: ${begin}`)
        assert.deepEqual(complaints(await press(office, 'Mei', 'Ask a second person', inputs)), expected)
      })

    describe('that sets the policy aside', () => {
      let office: Office
      beforeEach(async () => {
        office = await anOffice({ items: [young], notices: [] })
        await before(office, 'Mei: suspend contoso for non-payment')
      })
      const ask = (inputs: Readonly<Record<string, string>>) => press(office, 'Mei', 'Ask a second person', inputs)

      it('no reason for that, and nothing chosen', async () =>
        assert.deepEqual(complaints(await ask({ override: ' ', subscriptions: '' })), [
          ['override', 'Give the reason for overriding the policy, or wait until it calls for a suspension.'],
          ['subscriptions', 'Choose at least one subscription.'],
        ]))

      it('a reason without end; the note beside it is kept', async () => {
        const parts = await ask({ override: long(4_002), note: 'They hang up.' })
        assert.deepEqual(
          complaints(parts).map(([about]) => about),
          ['override'],
        )
        assert.deepEqual(
          parts.flatMap((part) => (part.kind === 'input' ? [[part.id, part.value]] : [])),
          [
            ['override', ''],
            ['note', 'They hang up.'],
          ],
        )
      })

      it('but one that is about both names neither', async () => {
        const parts = await ask({ override: long(4_001), note: long(4_002) })
        assert.deepEqual(complaints(parts), [])
        assert(parts[0]?.kind === 'text' && /has 4,002 characters/.test(parts[0].text))
      })
    })
  })

  it('of a ticket', async () => {
    const office = await anOffice()
    await before(office, 'Sam: ticket contoso')
    assert.deepEqual(complaints(await press(office, 'Sam', 'Open the ticket', { text: long(8_001) })), [
      ['text', 'Your text has 8,001 characters, and at most 3,000 fit. Nothing of it was kept: say it more briefly.'],
      ['topic', 'Choose what it is about.'],
      ['severity', 'Choose how severe it is.'],
      ['tried', 'Say what you have tried: 21Vianet asks for it.'],
    ])
    assert.deepEqual(
      complaints(await press(office, 'Sam', 'Open the ticket', { topic: 'other', severity: 'minimal' })),
      [
        ['text', 'Describe the problem.'],
        ['tried', 'Say what you have tried: 21Vianet asks for it.'],
      ],
    )
    await before(office, 'Sam: Seats are missing.', 'Sam: tried: Nothing helped.', 'Sam: send')
    assert.deepEqual(complaints(await press(office, 'Sam', 'I filed it', { number: 'no digit' })), [
      ['number', 'Write the number as the portal shows it: letters, digits and dashes.'],
    ])
  })

  it('of a case that waits, where words are missing or too many', async () => {
    const office = await anOffice()
    await before(office, 'Mei: suspend contoso for non-payment', 'Mei: ask')
    for (const button of ['Reject', 'Ask a question'])
      assert.deepEqual(complaints(await press(office, 'Wang', button, { words: '' })), [
        ['words', 'Write a few words in the field first.'],
      ])
    const [[about] = []] = complaints(await press(office, 'Wang', 'Reject', { words: long(4_001) }))
    assert.equal(about, 'words')
    assert.deepEqual(complaints(await press(office, 'Mei', 'Approve', { words: '' })), [])
  })
})
