import type { Customer } from '../../domain/customers/customer.ts'
import { never } from '../../domain/shared/outcome.ts'
import { mayNotAsk } from '../phrases/whose-role.ts'
import type { Talk } from '../talk.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { namedColleague } from './named-colleague.ts'

/** `assign contoso to Mei`: whose customer somebody is from now on. Without a person it says whose they are. */
export async function assignCustomer(customer: Customer, person: string | null, talk: Talk): Promise<Reply> {
  const { desk, words, by, nameOf } = talk
  const last = await desk.assignments.of(customer)
  const before = last?.owner ?? null
  if (person === null) {
    return {
      parts: [
        line(
          before === null
            ? words.say('assign.whose-nobody', { customer: customer.name })
            : words.sentences([
                words.say('assign.whose', { customer: customer.name, name: nameOf(before) }),
                ...(last?.import ? [words.say('assign.by-list', { case: last.import })] : []),
              ]),
        ),
        line(words.say('assign.how'), { weight: 'quiet' }),
      ],
    }
  }
  const named = namedColleague(person, talk)
  if ('ask' in named) return named.ask
  const { colleague } = named
  const outcome = await desk.assignments.assign(customer, colleague, by)
  if (outcome.ok) {
    // Nobody is no answer to a list: whom it names comes back with the next one, which should surprise nobody.
    const listed = colleague === null ? await desk.assignments.listed(customer) : null
    return said(
      words.sentences([
        colleague === null
          ? words.say('assign.nobody-now', { customer: customer.name })
          : words.say('assign.done', { customer: customer.name, name: colleague.name }),
        ...(before === null || before === colleague?.id ? [] : [words.say('assign.before', { name: nameOf(before) })]),
        ...(listed === null ? [] : [words.say('assign.listed', { name: listed.name })]),
        words.say('undo.how'),
      ]),
      { tone: 'good' },
    )
  }
  switch (outcome.refusal.code) {
    case 'not-allowed':
      return said(mayNotAsk('assign customer', words.say('refusal.may-not', { name: by.name }), words))
    case 'cannot-own':
      return said(words.say('assign.cannot-own', { name: colleague?.name ?? person }), { tone: 'warning' })
    case 'as-it-is':
      return said(
        colleague === null
          ? words.say('assign.nobody-already', { customer: customer.name })
          : words.say('assign.as-it-is', { customer: customer.name, name: colleague.name }),
      )
    case 'changed-since':
    case 'not-found':
      return said(words.say('refusal.same-moment'), { tone: 'warning' })
    default:
      return never(outcome.refusal)
  }
}
