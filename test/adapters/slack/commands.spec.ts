import assert from 'node:assert/strict'
import { commandNames, commandText } from '../../../adapters/slack/commands.ts'
import { english } from '../../kit/languages.ts'
import { catalogue } from '../../../dialogs/words/catalogue.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'

const languages = languagesFrom([catalogue.parse(english)], 'en', 'UTC')
const heard = (sentence: string) => languages.understand(sentence, languages.best())?.verb

describe('a slash command', () => {
  it('says its own verb, alone and with what is typed behind it', () => {
    const verbs = commandNames.filter((name) => name !== '/desk')
    assert.deepEqual(
      verbs.map((name) => heard(commandText(name, ''))),
      // What “fraud” lists are alerts; “credit” alone lists whose limit is exceeded.
      verbs.map((name) => (name === '/fraud' ? 'alerts' : name === '/credit' ? 'credits' : name.slice(1))),
    )
    assert.equal(commandText('/overdue', 'over 60 days'), 'overdue over 60 days')
    assert.equal(commandText('/suspend', ' contoso for fraud '), 'suspend contoso for fraud')
  })

  it('/desk says what is typed, whatever it is', () => {
    assert.equal(commandText('/desk', 'route approvals here'), 'route approvals here')
  })

  it('/desk alone asks for help', () => {
    assert.equal(heard(commandText('/desk', ' ')), 'help')
    assert.equal(heard(commandText('/pd-desk', '')), 'help')
  })

  for (const prefix of ['pd-', 'pd_', 'acme-pd-', '365-', 'a-desk-'])
    it(`is the same behind the prefix ${prefix}`, () => {
      assert.equal(commandText(`/${prefix}overdue`, 'mine'), 'overdue mine')
      assert.equal(commandText(`/${prefix}desk`, 'help'), 'help')
    })

  for (const command of ['/unsuspend', '/fraud', '/helpdesk', '/-suspend', '/suspend-now'])
    it(`is not taken for another one: ${command}`, () =>
      assert.equal(commandText(command, 'contoso'), `${command.slice(1)} contoso`))
})
