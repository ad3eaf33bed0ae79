import assert from 'node:assert/strict'
import { homeView } from '../../../adapters/slack/home-view.ts'
import { formView, isForm } from '../../../adapters/slack/slack-form.ts'
import { slackMessage } from '../../../adapters/slack/slack-message.ts'
import { plain } from '../../../dialogs/vocabulary/plain.ts'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import { anAccount, anInvoice, aTicket, eur } from '../../kit/builders.ts'
import type { Office } from '../../kit/office.ts'
import { transcript } from '../../kit/transcript.ts'
import { unescapeMrkdwn } from '../../kit/unescape-mrkdwn.ts'
import { anOffice, before as told, unpaidSeats } from '../../dialogs/an-office.ts'
import { assertSoundMessage, assertSoundView, type SoundBlock } from './block-checks.ts'
import { words } from './words.ts'

/** Twenty customers who owe, the overdue list of Chinese and of English readers, and a case on its whole way. */
async function played(): Promise<Office> {
  const others = Array.from({ length: 20 }, (_, at) => `K-2${String(at).padStart(3, '0')}`)
  const office = await anOffice({
    accounts: [
      anAccount(),
      ...others.map((id) => anAccount({ key: id, number: id, name: `Customer ${id} GmbH & Co. KG` })),
    ],
    items: [
      unpaidSeats,
      ...others.map((account, at) => anInvoice({ account, number: `F-${at}`, ...eur(10_000 * (at + 1)) })),
    ],
  })
  for (const id of ['PD-1', 'PD-2', 'PD-3']) {
    await office.store.commit({ save: [{ kind: 'service-request', id, value: aTicket({ id }), basedOn: null }] })
  }
  await told(
    office,
    'Mei: help',
    'Mei: overdue',
    'Mei: customer contoso',
    'Sam: tickets',
    'Sam: PD-1',
    'Sam: ticket contoso about billing',
    'Otto: roles',
    'Otto: routes',
    'Lin: language 繁體中文',
    'Lin: 誰逾期',
    'Mei: suspend contoso for non-payment',
  )
  await transcript(
    office,
    `
    Mei: [Ask a second person] note=Nobody picks up the telephone. <!channel>
    Bot changes: S-1: suspend Contoso?
         …
    Bot to Wang: S-1: suspend Contoso?
         …
    Bot to Lin: S-1：要暫停「Contoso」的服務嗎？
         …
    Wang: [Approve]
    Bot changes: S-1: suspension of Contoso
         …
    Bot to Mei: S-1: suspension of Contoso
         …
    Bot changes for Mei: S-1: suspension of Contoso
         …
    Bot changes: S-1: suspension of Contoso
         …
    Bot changes for Lin: S-1：暫停「Contoso」的服務
         …
    `,
  )
  return office
}

describe('the real cards in Slack', () => {
  let replies: readonly Reply[]
  before(async () => {
    const { messages } = await played()
    replies = messages.flatMap(({ earlier, reply }) => [...earlier, reply])
  })
  const called = (title: string) => {
    const found = replies.find((reply) => reply.title?.startsWith(title))
    assert(found, title)
    return found
  }
  const blocksOf = (reply: Reply) => assertSoundMessage(slackMessage(reply, words))
  const typesOf = (blocks: readonly SoundBlock[]) => blocks.map(({ type }) => type)

  it('are sound in every style, and told in whole to whoever only hears them', () => {
    assert(replies.length > 15)
    for (const reply of replies) {
      for (const style of ['data_table', 'table', 'sections'] as const) {
        const message = slackMessage(reply, words, style)
        assertSoundMessage(message)
        if (!isForm(reply)) assert.equal(unescapeMrkdwn(message?.text ?? ''), plain(reply))
        assert(!JSON.stringify(message).includes('not shown'))
      }
      assertSoundView(homeView(reply, words))
      if (isForm(reply)) assertSoundView(formView(reply, { place: 'D1' }, words))
    }
  })

  it('have the button that is meant first', () => {
    for (const reply of replies) {
      const styles = blocksOf(reply).flatMap((block) =>
        block.type === 'actions' ? block.elements.map(({ style }) => style) : [],
      )
      assert.equal(styles.lastIndexOf('primary') > 0, false, reply.title)
    }
  })

  it('take few blocks: a list of the overdue', () => {
    assert.deepEqual(typesOf(blocksOf(called('21 customers are overdue'))), [
      'header',
      'rich_text',
      'rich_text',
      'rich_text',
      'rich_text',
      'data_table',
      'context',
      'input',
      'actions',
    ])
  })

  it('take few blocks: a suspension that waits', () => {
    assert.deepEqual(typesOf(blocksOf(called('S-1: suspend Contoso?'))), [
      'header',
      'rich_text',
      'rich_text',
      'rich_text',
      'rich_text',
      'rich_text',
      'rich_text',
      'input',
      'actions',
    ])
  })

  it('take few blocks: a ticket to be filed', () => {
    const blocks = blocksOf(called('PD-1'))
    assert.deepEqual(typesOf(blocks), [
      'header',
      'rich_text',
      'rich_text',
      'rich_text',
      'rich_text',
      'rich_text',
      'rich_text',
      'input',
      'actions',
    ])
    assert.match(
      JSON.stringify(blocks[1]),
      /"type":"link","url":"https:\/\/partner\.partnercenter\.microsoftonline\.cn/,
    )
  })
})
