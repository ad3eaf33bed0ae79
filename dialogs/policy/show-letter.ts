import { whoIsMeant } from '../customer/pick-customer.ts'
import { languageCalled } from '../staff/language.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { policyLetter } from './policy-letter.ts'

/** `policy text [for contoso] [in chinese]`: to be copied and given to a customer. */
export async function showLetter(
  { who, language }: Extract<Intent, { verb: 'policy-text' }>,
  talk: Talk,
): Promise<Reply> {
  const { desk, words, languages } = talk
  const spoken = language === null ? words : languageCalled(language, talk)
  if (!spoken) return said(words.say('language.which', { languages: words.list(languages.map(({ name }) => name)) }))
  const meant =
    who === null
      ? null
      : await whoIsMeant(who, talk, ({ id }) =>
          phrase(words.grammar, 'policy-text', {
            customer: id,
            ...(language === null ? {} : { language }),
          }),
        )
  if (meant?.kind === 'ask') return meant.reply
  const customer = meant?.customer ?? null
  const { grammar } = words
  const named = customer ? { customer: customer.id } : {}
  return {
    title: customer ? words.say('policy.letter-for', { name: customer.name }) : words.say('policy.letter'),
    parts: [
      line(words.say('policy.letter-how'), { weight: 'quiet' }),
      { kind: 'copyable', text: policyLetter(desk.policy, desk.policies.inForce(), customer, spoken) },
    ],
    buttons: languages
      .filter((each) => each !== spoken)
      .map(({ name }) => ({ label: name, says: phrase(grammar, 'policy-text', { ...named, language: name }) })),
  }
}
