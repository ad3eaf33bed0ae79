import assert from 'node:assert/strict'
import { ticketTopics } from '../../../domain/service-requests/service-request.ts'
import { severities } from '../../../domain/service-requests/severity.ts'
import { wordIn } from '../../../dialogs/understanding/phrase.ts'
import { speak } from '../../../dialogs/words/words.ts'
import { everyLanguage } from '../../kit/languages.ts'

const grammars = everyLanguage.map(({ grammar }) => grammar)

for (const language of everyLanguage) {
  describe(`what a ticket’s form offers in ${language.name} can be typed as it is read`, () => {
    const words = speak(language, 'Asia/Taipei')
    for (const topic of ticketTopics)
      it(`about ${topic}`, () => assert.equal(wordIn(grammars, 'topics', words.say(`topic.${topic}`)), topic))
    for (const severity of severities)
      it(`${severity}`, () => assert.equal(wordIn(grammars, 'severities', words.say(`severity.${severity}`)), severity))
    it('the button that opens it', () =>
      assert.equal(wordIn(grammars, 'answers', words.say('button.open-ticket')), 'open'))
  })
}
