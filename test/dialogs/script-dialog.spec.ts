import assert from 'node:assert/strict'
import { MemoryStorage, PrivateConversationState, TurnContext, type Activity } from 'botbuilder-core'
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js'
import type { DialogState } from 'botbuilder-dialogs'
import { z } from 'zod'
import { equip, ScriptDialog } from '../../dialogs/script-dialog.ts'
import type { Script } from '../../dialogs/script.ts'
import type { Talk } from '../../dialogs/talk.ts'
import { said } from '../../dialogs/vocabulary/reply.ts'
import { openScreens } from '../kit/screens.ts'

const draft = z.object({ wanted: z.string(), shown: z.string().nullable() })
type Draft = z.infer<typeof draft>

describe('a script that holds something outside its draft', () => {
  let letGo: string[]
  beforeEach(() => {
    letGo = []
  })

  /** Stops at once where nothing is wanted; else shows something, until it is said. */
  const script: Script<Draft, string> = {
    name: 'holding',
    draft,
    async next({ wanted, shown }) {
      if (wanted === '') return { stop: said('nothing wanted') }
      return wanted === 'done'
        ? { ready: 'done' }
        : { ask: said(`${shown} → ${wanted}?`), keep: { wanted, shown: wanted } }
    },
    hear: async (filled, { text }) => ({ ...filled, wanted: text }),
    finish: async () => said('finished'),
    ended: async ({ wanted, shown }) => void letGo.push(`${wanted}/${shown}`),
  }

  const play = async (...turns: readonly (readonly [what: 'begin' | 'say' | 'again' | 'leave', text: string])[]) => {
    const screens = openScreens()
    const state = new PrivateConversationState(new MemoryStorage())
    const dialogs = new DialogSet(state.createProperty<DialogState>('conversation'))
    dialogs.add(new ScriptDialog(script, () => 'question'))
    for (const [what, text] of turns) {
      const activity = {
        type: 'message',
        channelId: 'msteams',
        conversation: { id: 'here' },
        from: { id: 'mei' },
        recipient: { id: 'desk' },
      } as unknown as Activity
      const context = new TurnContext(screens.chat, activity)
      equip(context, {} as Talk, { text, inputs: {}, pressed: false, named: null })
      const dc = await dialogs.createContext(context)
      if (what === 'begin') await dc.beginDialog('holding', { wanted: text, shown: null })
      if (what === 'say') await dc.continueDialog()
      if (what === 'again') await dc.repromptDialog()
      if (what === 'leave') await dc.cancelAllDialogs()
      await state.saveChanges(context)
    }
    return screens.messages.map(({ reply: { parts } }) => parts.map((part) => 'text' in part && part.text).join())
  }

  it('lets go of it where it ends at once', async () => {
    assert.deepEqual(await play(['begin', '']), ['nothing wanted'])
    assert.deepEqual(letGo, ['/null'])
  })

  it('lets go of it when it is left, and when it is done', async () => {
    await play(['begin', 'a'], ['leave', ''])
    assert.deepEqual(letGo, ['a/a'])
    assert.equal((await play(['begin', 'b'], ['say', 'done'])).at(-1), 'finished')
    assert.deepEqual(letGo, ['a/a', 'b/b'])
  })

  it('keeps what was shown with a question, also when it is asked again', async () => {
    const asked = await play(['begin', 'a'], ['say', 'b'], ['again', ''], ['say', 'c'])
    assert.deepEqual(asked, ['null → a?', 'a → b?', 'b → b?', 'b → c?'])
    assert.deepEqual(letGo, [])
  })
})
