import assert from 'node:assert/strict'
import { typedText } from '../../../adapters/slack/typed-text.ts'

describe('what a person typed in Slack', () => {
  for (const [what, sent, typed] of [
    ['its own mention', '<@UDESK> overdue', 'overdue'],
    ['its own mention with a name, in the middle', 'hey <@UDESK|partner desk>, overdue', 'hey , overdue'],
    ['the mention of somebody else', 'assign contoso to <@UWANG>', 'assign contoso to @UWANG'],
    ['the mention of somebody else by name', 'assign contoso to <@UWANG|wang>', 'assign contoso to @wang'],
    ['somebody whose id begins like its own', 'ask <@UDESK2>', 'ask @UDESK2'],
    ['a channel', 'route tickets to <#CHELP|help>', 'route tickets to #help'],
    ['a channel without a name', 'route tickets to <#CHELP>', 'route tickets to #CHELP'],
    ['everybody in the channel', '<!channel> overdue', '!channel overdue'],
    ['a group', '<!subteam^S1|@approvers> overdue', '@approvers overdue'],
    ['a web address that Slack found in a name', 'customer <http://contoso.com|contoso.com>', 'customer contoso.com'],
    ['a web address', 'see <https://contoso.com/a?b=1&amp;c=2>', 'see https://contoso.com/a?b=1&c=2'],
    ['a mail address', '<mailto:mei@contoso.com|mei@contoso.com>', 'mei@contoso.com'],
    ['a telephone number', '<tel:+4930|+49 30>', '+49 30'],
    ['signs that Slack encodes', 'Smith &amp; Sons &lt;holding&gt;', 'Smith & Sons <holding>'],
    ['what looks encoded, as it was typed', '&amp;lt;', '&lt;'],
    ['brackets a person typed themselves', '&lt;!channel&gt;', '<!channel>'],
    ['blanks of every kind', '  customer \u00a0  contoso\t\u200b ', 'customer contoso'],
    ['lines', 'ticket contoso \r\n  about\nbilling ', 'ticket contoso\nabout\nbilling'],
    ['nothing but its mention', '<@UDESK>', ''],
  ] as const)
    it(`is ${what}`, () => assert.equal(typedText(sent, 'UDESK'), typed))

  it('keeps every mention where nobody says who the desk is', () =>
    assert.equal(typedText('<@UDESK> overdue', null), '@UDESK overdue'))
})
