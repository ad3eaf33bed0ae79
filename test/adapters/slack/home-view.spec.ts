import assert from 'node:assert/strict'
import { homeView } from '../../../adapters/slack/home-view.ts'
import type { Part, Reply } from '../../../dialogs/vocabulary/reply.ts'
import { assertSoundView } from './block-checks.ts'
import { words } from './words.ts'

describe('the Home tab in Slack', () => {
  it('shows a reply, its tables as lines', () => {
    const reply: Reply = {
      title: 'Your work',
      parts: [{ kind: 'table', columns: [{ title: 'Case' }, { title: 'Customer' }], rows: [['S-1', 'Contoso']] }],
      buttons: [{ label: 'Waiting', says: 'waiting' }],
    }
    const view = homeView(reply, words)
    assert.deepEqual(
      assertSoundView(view).map(({ type }) => type),
      ['header', 'context', 'rich_text', 'actions'],
    )
    assert.equal(view.type, 'home')
  })

  it('has room for more than a message has', () => {
    const cases = (count: number) =>
      Array.from({ length: count }, (_, at): Part => ({ kind: 'text', text: `S-${at}`, weight: 'strong' }))
    assert.equal(assertSoundView(homeView({ parts: cases(100) }, words)).length, 100)
    const blocks = assertSoundView(homeView({ parts: cases(101) }, words))
    assert(JSON.stringify(blocks).includes('S-100'))
  })
})
