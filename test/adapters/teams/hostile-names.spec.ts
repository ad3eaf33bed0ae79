import assert from 'node:assert/strict'
import { harmless } from '../../../adapters/shared/plain-text.ts'
import { escapeMarkdown, escapeMessage } from '../../../adapters/teams/markdown.ts'
import { renderAdaptiveCard } from '../../../adapters/teams/render-adaptive-card.ts'
import { teamsActivity } from '../../../adapters/teams/teams-activity.ts'
import { wordlessCut } from '../../../adapters/shared/fitted.ts'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import { assertSound, textsOf } from './card-checks.ts'

describe('names that would like to be more than names', () => {
  for (const [name, escaped] of [
    ['[x](http://evil.example)', '\\[x](http://evil.example)'],
    ['![x](http://evil.example/x.png)', '!\\[x](http://evil.example/x.png)'],
    ['*Contoso*', '\\*Contoso\\*'],
    ['_Contoso_', '\\_Contoso\\_'],
    ['Wingtip_Toys_2', 'Wingtip_Toys_2'],
    ['<at>All</at>', '\\<at>All\\</at>'],
    ['<!channel>', '\\<!channel>'],
    ['`code` ~~gone~~', '\\`code\\` \\~\\~gone\\~\\~'],
    ['a\\*b c:\\dir', 'a\\\\\\*b c:\\dir'],
    ['&lt;b&gt; &#60; A&B', '\\&lt;b\\&gt; \\&#60; A&B'],
    ['- 5', '\\- 5'],
    ['-5', '-5'],
    ['1. Mahnung', '1\\. Mahnung'],
    ['2026-03-31', '2026-03-31'],
    ['# big\n> said', '\\# big\n\\> said'],
    ['Contoso (Berlin) GmbH & Co. KG', 'Contoso (Berlin) GmbH & Co. KG'],
    ['北京示例科技有限公司', '北京示例科技有限公司'],
  ] as const) {
    it(`are escaped where Markdown is read, and only there: ${JSON.stringify(name)}`, () => {
      assert.equal(escapeMarkdown(name), escaped)
    })
  }

  it('are not HTML in a message', () => {
    assert.equal(escapeMessage('<at>All</at> & <b>'), '&lt;at>All&lt;/at> &amp; &lt;b>')
    assert.equal(escapeMessage('&lt; [x](y)'), '&amp;lt; \\[x](y)')
  })

  it('turn nothing round', () => {
    assert.equal(harmless('Adatum \u202E00.9\u202C \u2066x\u2069'), 'Adatum 00.9 x')
    assert.equal(harmless('\u200Eשלום\u200F'), '\u200Eשלום\u200F')
    assert.equal(harmless('a\u0000b\u001Bc\td\u2028e\u0085'), 'abc d\ne')
  })

  const evil = '[x](http://evil.example) *b* <at>All</at> \u202E00.9 `c`\u0000'
  const reply: Reply = {
    title: evil,
    tone: 'danger',
    parts: [
      { kind: 'text', text: evil, tone: 'warning' },
      { kind: 'facts', facts: [[evil, evil]] },
      { kind: 'table', columns: [{ title: evil }], rows: [[evil]] },
      { kind: 'bars', bars: [{ label: evil, value: evil, share: 1 }] },
      { kind: 'copyable', text: evil },
      { kind: 'choices', id: 'c', label: evil, multiple: true, options: [{ label: evil, value: 'v' }], chosen: [] },
      { kind: 'input', id: 'i', label: evil, value: evil, multiline: false },
    ],
    buttons: [{ label: evil, says: 'x' }],
  }

  it('stay words in every part of a card', () => {
    const card = renderAdaptiveCard(reply)
    assertSound(card)
    const bare = '[x](http://evil.example) *b* <at>All</at> 00.9 `c`'
    const read = textsOf([card.body, card.actions ?? []]).filter((text) => text.includes('evil'))
    assert.equal(read.length, 14)
    for (const text of read) assert([bare, escapeMarkdown(bare)].includes(text), text)
    assert(!JSON.stringify(card).includes('\u202E'))
  })

  it('are escaped exactly where a card reads Markdown', () => {
    const { body } = renderAdaptiveCard(reply)
    const escaped = body.filter((element) => JSON.stringify(element).includes('\\\\*b'))
    assert.deepEqual(
      escaped.map(({ type }) => type),
      ['Container', 'FactSet'],
    )
  })

  it('stay one line in a notification', () => {
    const activity = teamsActivity({ title: `${evil}\n${evil}`, parts: [] }, wordlessCut)
    assert(!activity?.summary?.includes('\n'))
    assert(!activity?.summary?.includes('\u202E'))
  })
})
