import { whoIsMeant } from '../customer/pick-customer.ts'
import { quoted } from '../phrases/quoted.ts'
import { languageCalled } from '../staff/language.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'

/** In which language a customer is written to; with one, keeps it. A language the desk does not speak is said to be one. */
export async function customerLanguage(
  { who, tongue }: Extract<Intent, { verb: 'customer-language' }>,
  talk: Talk,
): Promise<Reply> {
  const { words, desk, by } = talk
  const languages = talk.languages.filter(({ whole }) => whole)
  const says = (id: string, name: string) => phrase(words.grammar, 'customer-language', { customer: id, tongue: name })
  const meant = await whoIsMeant(who, talk, ({ id }) =>
    tongue === null ? phrase(words.grammar, 'customer-language', { customer: id }) : says(id, tongue),
  )
  if (meant.kind === 'ask') return meant.reply
  const { customer } = meant
  const spoken = words.list(languages.map(({ name }) => name))
  const wanted = tongue === null ? null : languageCalled(tongue, { languages })
  if (wanted === null) {
    const known = await desk.reminders.correspondence(customer.id)
    const set = languages.find(({ tag }) => tag === known?.language)
    return {
      parts: [
        line(
          tongue !== null
            ? words.say('customer-language.unknown', { said: quoted(tongue), languages: spoken })
            : set
              ? words.say('customer-language.is', { name: customer.name, language: set.name })
              : words.say('customer-language.usual', { name: customer.name, languages: spoken }),
        ),
      ],
      buttons: languages.map((each) => ({ label: each.name, says: says(customer.id, each.name) })),
    }
  }
  const outcome = await desk.reminders.setLanguage(customer.id, wanted.tag, by)
  if (outcome.ok)
    return said(words.say('customer-language.set', { name: customer.name, language: wanted.name }), { tone: 'good' })
  if (outcome.refusal.code === 'not-allowed') return said(words.say('refusal.may-not', { name: by.name }))
  return said(words.say('refusal.same-moment'), { tone: 'warning' })
}
