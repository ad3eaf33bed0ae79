import assert from 'node:assert/strict'
import { escapeMrkdwn } from '../../../adapters/slack/escape-mrkdwn.ts'
import { unescapeMrkdwn } from '../../kit/unescape-mrkdwn.ts'

describe('text where Slack reads mrkdwn', () => {
  for (const [text, escaped] of [
    ['<!channel> <!here|x>', '&lt;!channel&gt; &lt;!here|x&gt;'],
    ['<@U1> <#C1> <!subteam^S1>', '&lt;@U1&gt; &lt;#C1&gt; &lt;!subteam^S1&gt;'],
    ['<https://evil.example|Contoso>', '&lt;https://evil.example|Contoso&gt;'],
    ['A & B; &lt; &amp;lt;', 'A &amp; B; &amp;lt; &amp;amp;lt;'],
    ['*Contoso* and **more**', '∗Contoso* and ∗∗more**'],
    ['(_x_) ~y~', '(ˍx_) ∼y~'],
    ['`code` a```b```', 'ˋcodeˋ aˋˋˋbˋˋˋ'],
    ['> quoted\n  > as well', '˃ quoted\n  ˃ as well'],
    [':rotating_light: :+1: a:flag-cn: :100:', '∶rotating_light: ∶+1: a∶flag-cn: ∶100:'],
  ] as const)
    it(`does nothing and reads the same: ${JSON.stringify(text)}`, () => {
      assert.equal(escapeMrkdwn(text), escaped)
      assert.equal(unescapeMrkdwn(escaped), text)
    })

  for (const text of [
    'Wingtip_Toys_2',
    '5 * 3 * 2',
    '12:30:45',
    'https://partner.microsoft.com/dashboard',
    '@channel #general',
    '北京示例科技有限公司',
    'Reason: none. Days: 5',
  ])
    it(`is left alone where nothing acts: ${text}`, () => assert.equal(escapeMrkdwn(text), text))

  it('turns nothing round and hides nothing', () => {
    assert.equal(escapeMrkdwn('Adatum \u202E00.9\u202C\u0000 \u2066x\u2069\td'), 'Adatum 00.9 x d')
  })
})
