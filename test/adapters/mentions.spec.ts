import assert from 'node:assert/strict'
import fc from 'fast-check'
import { slackMessage } from '../../adapters/slack/slack-message.ts'
import { teamsActivity } from '../../adapters/teams/teams-activity.ts'
import { wordlessCut } from '../../adapters/shared/fitted.ts'
import type { AdaptiveCard } from '../../adapters/teams/card.ts'
import { mentioning } from '../../dialogs/mentioning.ts'
import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import type { Address } from '../../domain/cases/placed-card.ts'
import type { ChannelAccount, Staff } from '../../domain/staff/staff.ts'
import { assertSoundMessage } from './slack/block-checks.ts'
import { assertSound } from './teams/card-checks.ts'
import { words } from './slack/words.ts'

const account = (channel: ChannelAccount['channel'], tenant = 'partner'): ChannelAccount => ({
  channel,
  tenant,
  user: channel === 'slack' ? 'UROSA' : 'aad-rosa',
})
const rosa = (name = 'Rosa', ...accounts: ChannelAccount[]): Staff => ({
  id: 'rosa',
  name,
  accounts,
  roles: [],
  language: null,
})
const place = (channel: Address['channel']): Address => ({
  place: `${channel}:partner/#fraud`,
  channel,
  kind: 'channel',
  name: 'fraud',
  locale: null,
  reference: {},
  dead: false,
})
const held = (name: string) => `More is at risk. Looking after it: ${name}.`
const both = [account('teams'), account('slack')]

const inTeams = (reply: Reply) => {
  const activity = teamsActivity(reply, wordlessCut)
  const [card] = (activity?.attachments ?? []) as { content: { body: { text: string }[]; msteams?: object } }[]
  return { text: card?.content.body[0]?.text ?? activity?.text, msteams: card?.content.msteams }
}

describe('a line that names somebody', () => {
  it('rings them in Teams, by their Entra object id', () => {
    const reply = mentioning(held, rosa('Rosa', ...both), place('teams'))
    assert.deepEqual(inTeams(reply), {
      text: 'More is at risk. Looking after it: <at>Rosa</at>.',
      msteams: {
        entities: [{ type: 'mention', text: '<at>Rosa</at>', mentioned: { id: 'aad-rosa', name: 'Rosa' } }],
      },
    })
    const [card] = teamsActivity(reply, wordlessCut)?.attachments ?? []
    assertSound(card?.content as AdaptiveCard)
    assert.equal((card?.content as { fallbackText: string }).fallbackText, held('Rosa'))
  })

  it('rings them in Slack, in what is shown and in what is read aloud', () => {
    const message = slackMessage(mentioning(held, rosa('Rosa', ...both), place('slack')), words)
    assert(message)
    assertSoundMessage({ ...message })
    assert.equal(message.text, 'More is at risk. Looking after it: <@UROSA>.')
    assert.deepEqual(message.blocks, [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'More is at risk. Looking after it: ' },
              { type: 'user', user_id: 'UROSA' },
              { type: 'text', text: '.' },
            ],
          },
        ],
      },
    ])
  })

  for (const [why, accounts] of [
    ['who has no account in that chat', [account('slack')]],
    ['whose account is in another company’s', [account('teams', 'elsewhere')]],
    ['who has none at all', []],
  ] as const)
    it(`says the plain name of somebody ${why}`, () => {
      assert.deepEqual(inTeams(mentioning(held, rosa('Rosa', ...accounts), place('teams'))), {
        text: held('Rosa'),
        msteams: undefined,
      })
    })

  it('rings nobody else, whatever anybody is called', () => {
    const names = fc.array(
      fc.constantFrom(
        '<@UMEI>',
        '<!channel>',
        '<at>Mei</at>',
        '<at>',
        '</at>',
        '*',
        '`',
        '\uE000',
        '[x](http://e)',
        'R',
        ' ',
        '\n',
        '&lt;',
      ),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(names, names, (first, second) => {
        const [name, doer] = [first.join(''), second.join('')]
        const compose = (called: string) => `${doer} handed it over to ${called}.`
        const slack = slackMessage(mentioning(compose, rosa(name, ...both), place('slack')), words)
        assert(slack)
        assert.deepEqual(
          [...slack.text.matchAll(/<[^>]*>/g)].map(([sign]) => sign).filter((sign) => sign !== '<@UROSA>'),
          [],
        )
        const { text = '', msteams } = inTeams(mentioning(compose, rosa(name, ...both), place('teams')))
        const entities = (msteams as { entities: { text: string }[] } | undefined)?.entities ?? []
        // The only `<at>` that Markdown leaves standing is the one with an entity.
        const rings = [...text.matchAll(/(?<!\\)<at>.*?<\/at>/gs)].map(([ring]) => ring)
        assert.deepEqual(
          rings,
          entities.map((each) => each.text),
        )
        assert(entities.length <= 1)
      }),
    )
  })
})
