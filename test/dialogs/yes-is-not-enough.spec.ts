import assert from 'node:assert/strict'
import { languagesFrom } from '../../dialogs/words/languages.ts'
import { isAct } from '../../dialogs/understanding/acts.ts'
import { everyLanguage } from '../kit/languages.ts'
import { transcript } from '../kit/transcript.ts'
import { anOffice } from './an-office.ts'

const yes = [
  ...['yes', 'y', 'yeah', 'yep', 'ok', 'okay', 'sure', 'go ahead', 'do it', 'confirm', 'approve', 'approved', 'agreed'],
  ...['是', '好', '好的', '可以', '對', '沒問題', '同意', '核准', '确认', '同意执行', '批准'],
  ...['はい', 'ええ', 'うん', '了解です', '承認', '実行', 'お願いします'],
  ...['да', 'ага', 'ок', 'хорошо', 'давай', 'согласен', 'подтверждаю', 'одобряю'],
  ...['sim', 'claro', 'pode', 'confirmo', 'aprovado', 'pode fazer', 'tá bom', 'ja', 'jawohl', 'genehmigt'],
]

describe('a yes', () => {
  const languages = languagesFrom(everyLanguage, 'en', 'Asia/Taipei')
  for (const said of yes) {
    it(`is no act by itself, nor nearly one: “${said}”`, () => {
      for (const own of languages.all) {
        const heard = languages.understand(said, own)
        assert(heard === null || !isAct(heard) || heard.verb === 'never-mind', `${own.name}: ${JSON.stringify(heard)}`)
        assert.equal(heard === null ? languages.guess(said, own).sure : null, null)
        for (const choice of heard === null ? languages.guess(said, own).choices : []) {
          const meant = languages.understand(choice, own)
          assert(meant !== null && !isAct(meant), `${said} → ${choice}`)
        }
      }
    })
  }

  it('typed beside a request leaves it waiting, whoever types it', async () => {
    const office = await anOffice()
    await transcript(
      office,
      `
      Mei: suspend contoso for non-payment
      Bot: Suspend Contoso for non-payment?
           …
      Mei: [Ask a second person]
      Bot changes: S-1: suspend Contoso?
           …
      Bot to Wang: S-1: suspend Contoso?
           …
      Bot to Lin: S-1: suspend Contoso?
           …
      `,
    )
    for (const text of yes) {
      for (const name of ['Mei', 'Wang']) {
        const by = office.speaker(name, { channel: null, chat: 'teams' })
        await office.hear({ kind: 'said', by, text, pressed: false, inputs: {} })
      }
    }
    const found = await office.desk.cards.read('S-1')
    assert(found && 'status' in found.value)
    assert.equal(found.value.status, 'pending')
    assert.deepEqual(office.operators['china']?.transitions, [])
  })
})
