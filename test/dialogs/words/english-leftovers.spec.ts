import assert from 'node:assert/strict'
import { english, everyLanguage } from '../../kit/languages.ts'
import { textsOf } from './message-arguments.ts'

/** Names of products, companies and formats, which a language may write as English does. */
const names: readonly string[] = [
  ...['chat.teams', 'chat.slack', 'slack.desk', 'page.subject', 'lane.china'],
  ...['file.kind.markdown', 'dossier.timeline.utc', 'lane.global', 'alert.feed.graph'],
  // min and h are units, the same in every language with Latin letters.
  ...['figures.minutes', 'figures.hours'],
]
/** What a portal that is only in English says on its own buttons. */
const quoting: readonly string[] = [
  ...['ticket.steps.21vianet.partner.1', 'ticket.steps.21vianet.customer.1', 'ticket.steps.microsoft.customer.2'],
]
/** What is typed at a console is the same for everybody, and so are names of several words. */
const typed = /npm run desk[ -~]*|Cloud Solution Provider|Azure Service Health/giu
/** Languages of one script share a word or two: Ticket, Code, E-mail. */
const shared = 2
/** So many English words in a row are no name any more. */
const run = 3

/** Each run of English words in a text, without what stands between them. */
function runsIn(text: string): readonly string[] {
  return (text.replace(typed, '').match(/[a-z][a-z'’-]*(?:[ ,]+[a-z][a-z'’-]*)+/giu) ?? []).flatMap((words) => {
    const each = words.toLowerCase().split(/[ ,]+/u)
    return each.slice(0, Math.max(0, each.length - run + 1)).map((_, at) => each.slice(at, at + run).join(' '))
  })
}

for (const { name, tag, messages, borrowed } of everyLanguage.filter((each) => each !== english)) {
  describe(`${name} leaves nothing in English`, () => {
    const own = Object.entries(messages).filter(([key]) => !borrowed.includes(key))
    const latin = new Intl.Locale(tag).maximize().script === 'Latn'

    it('has a sentence of its own for each message with words', () => {
      const same = own.filter(([key, message]) => {
        const words = textsOf(message, tag).flatMap((text) => text.match(/[a-z]{2,}/giu) ?? [])
        return words.length > (latin ? shared : 0) && message === english.messages[key] && !names.includes(key)
      })
      assert.deepEqual(
        same.map(([key]) => key),
        [],
      )
    })

    it('shares no run of three words with the English message', () => {
      const left = own.flatMap(([key, message]) => {
        if (quoting.includes(key)) return []
        const theirs = new Set(textsOf(english.messages[key] ?? '', 'en').flatMap(runsIn))
        return textsOf(message, tag)
          .flatMap(runsIn)
          .filter((words) => theirs.has(words))
          .map((words) => `${key}: ${words}`)
      })
      assert.deepEqual(left, [])
    })
  })
}
