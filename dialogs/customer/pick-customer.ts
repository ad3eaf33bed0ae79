import type { Customer } from '../../domain/customers/customer.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Answer } from '../script.ts'
import type { Talk } from '../talk.ts'
import { namesOf } from '../understanding/customer-index.ts'
import { looksMixed } from '../understanding/look-alikes.ts'
import { line, said, type Button, type Reply } from '../vocabulary/reply.ts'

/** Whom somebody meant, as far as a draft knows. */
type Meant =
  | { readonly kind: 'customer'; readonly customer: Customer }
  /** Ask: none was named, or nobody or several answer to the name. */
  | { readonly kind: 'ask'; readonly reply: Reply }

/**
 * Finds whom a name means, or asks. Several matches, or one that is only a guess at a misspelt name, are always put
 * to the person; `says` makes the sentence that each choice stands for.
 */
export async function whoIsMeant(who: string | null, talk: Talk, says: (customer: Customer) => string): Promise<Meant> {
  const { words, desk, find } = talk
  if (who === null || who.trim() === '') return { kind: 'ask', reply: said(words.say('pick.whom')) }
  const { directory } = await desk.book.today()
  const found = find(directory, who)
  switch (found.kind) {
    case 'one':
      return { kind: 'customer', customer: found.customer }
    case 'none':
      return { kind: 'ask', reply: said(words.say('pick.nobody', { who: quoted(who) })) }
    case 'some': {
      const { customers, more, guessed } = found
      const title = words.say(guessed ? 'pick.guessed' : 'pick.several', { who: quoted(who) })
      const choice = picker(title, customers, says, talk)
      const rest = more === 0 ? [] : [line(words.say('pick.more', { count: more }))]
      return { kind: 'ask', reply: { ...choice, parts: [...choice.parts, ...rest] } }
    }
  }
}

/** Whom the answer to “which customer?” names: the words as a name, or else the name in what reads like a command. */
export async function whoSaid({ text, named }: Answer, { desk, find }: Talk): Promise<string> {
  const said = text.trim()
  return named === null || find((await desk.book.today()).directory, said).kind !== 'none' ? said : named
}

/** One press chooses between customers. */
export function picker(
  title: string,
  customers: readonly Customer[],
  says: (customer: Customer) => string,
  talk: Talk,
): Reply {
  return {
    title,
    parts: customers.map((customer) => line(describe(customer, talk))),
    buttons: customers.map((customer): Button => ({ label: label(customer, customers, talk), says: says(customer) })),
  }
}

/** Enough to tell two customers of one name apart. */
function describe(customer: Customer, { words }: Talk): string {
  const { name, lane, operator, accounts } = customer
  const known = [
    ...(namesOf(customer).some(looksMixed) ? [words.say('pick.mixed-letters')] : []),
    operator?.domain ?? words.say('pick.unmatched'),
    ...(lane === null ? [] : [words.say(`lane.${lane}`)]),
    ...accounts.map(({ number }) => number),
  ]
  return `${name} · ${known.join(' · ')}`
}

/** The name and the operator; what else tells two of one name apart. */
function label(customer: Customer, among: readonly Customer[], { words }: Talk): string {
  const { name, lane, operator, accounts } = customer
  const alike = among.filter((other) => other !== customer && other.name === name)
  if (alike.some((other) => other.lane === lane)) return `${name} (${operator?.domain ?? accounts[0]?.number ?? ''})`
  return lane === null ? name : `${name} (${words.say(`lane.${lane}`)})`
}
