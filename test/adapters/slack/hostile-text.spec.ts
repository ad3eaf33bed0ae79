import assert from 'node:assert/strict'
import fc from 'fast-check'
import { harmless } from '../../../adapters/shared/plain-text.ts'
import { homeView } from '../../../adapters/slack/home-view.ts'
import { formErrors, formView, isForm } from '../../../adapters/slack/slack-form.ts'
import { slackMessage } from '../../../adapters/slack/slack-message.ts'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import type { Part, Reply } from '../../../dialogs/vocabulary/reply.ts'
import { unescapeMrkdwn } from '../../kit/unescape-mrkdwn.ts'
import { longReplies, shortReplies } from './a-reply.ts'
import { assertSoundMessage, assertSoundView, textsOf, type SoundBlock } from './block-checks.ts'
import { words } from './words.ts'

const styles = ['data_table', 'table', 'sections'] as const

/** As Slack's clients find formatting: a mark after no word, up to one before none. */
const formatted =
  /(?<![\p{L}\p{N}])([*_~])(?=\S)[^\n]*?\S?\1(?![\p{L}\p{N}])|`|^\s*(?:>|&gt;)|:[\w+-]*[a-z+][\w+-]*:|(?<!\d):\d+:/mu

/** Whitespace is where a line breaks, and may break elsewhere. */
const squeezed = (text: string) => harmless(text).replace(/\s+/g, ' ').trim()

/** What a part says that must be found in blocks, whatever they are. */
function said(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
    case 'copyable':
      return part.text.split(/\r\n?|\n/)
    case 'facts':
      return part.facts.flatMap(([label, value]) => [`${label}: `, value])
    case 'table':
      return part.rows.flat()
    case 'bars':
      return part.bars.map(({ value }) => value)
    case 'choices':
      return part.options.map(({ label }) => label)
    case 'input':
      return [part.value]
  }
}

function assertSaysAll(reply: Reply, blocks: readonly SoundBlock[]): void {
  const read = squeezed(textsOf(blocks).join('\n'))
  for (const text of [reply.title ?? '', ...reply.parts.flatMap(said)])
    assert(read.includes(squeezed(text)), `${JSON.stringify(text)} is not in ${read}`)
}

describe('any text in Slack', () => {
  it('stays words: nothing rings, nothing is formatted, all of it is there', () => {
    fc.assert(
      fc.property(shortReplies, fc.constantFrom(...styles), (reply, style) => {
        const message = slackMessage(reply, words, style)
        if (!message) return
        // Only blocks whose texts are read as they are pass this.
        assertSaysAll(reply, assertSoundMessage(message))
        assert.doesNotMatch(message.text, formatted)
        if (plain(reply).length > 700 || isForm(reply)) return
        const back = unescapeMrkdwn(message.text)
        assert.equal(back, unescapeLooks(harmless(plain(reply))) || '–')
      }),
      { numRuns: 400 },
    )
  })

  it('fits, however long, and is cut through no letter', () => {
    fc.assert(
      fc.property(longReplies, fc.constantFrom(...styles), (reply, style) => {
        const message = slackMessage(reply, words, style)
        if (message) assertSoundMessage(message)
        assertSoundView(homeView(reply, words))
        if (isForm(reply)) assertSoundView(formView(reply, {}, words))
        assert.equal(formErrors(reply), null)
      }),
      // Making such a counterexample smaller takes minutes.
      { numRuns: 30, endOnFailure: true },
    )
  }).timeout(60_000)
})

/** Letters that look like marks are taken for them on both sides. */
function unescapeLooks(text: string): string {
  return unescapeMrkdwn(text.replaceAll('&', '&amp;'))
}
