import type { Customer, LedgerAccount, OperatorCustomer } from '../../domain/customers/customer.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { proposeByName } from '../../domain/receivables/propose-by-name.ts'
import type { MatchRefusal } from '../../domain/customers/match-desk.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { mayNotAsk } from '../phrases/whose-role.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, said, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { namesakesOf } from './namesakes.ts'
import { picker } from './pick-customer.ts'

/**
 * Whose a customer's ledger accounts could be, for a person to confirm once: for an account matched to nobody, and for
 * one that was matched to the wrong customer.
 */
export async function matchProposals(customer: Customer, talk: Talk): Promise<Reply> {
  const { desk, words, by } = talk
  const { name, operator, accounts } = customer
  const { directory } = await desk.book.today()
  if (operator && accounts.length === 0) return namesakeProposals(customer, operator, talk)
  const others = directory.all.flatMap((each) => each.operator ?? []).filter((each) => each !== operator)
  const pairs = accounts.flatMap((account) =>
    proposeByName(account.name, others).map((proposed) => ({ account, proposed })),
  )
  const pair = ({ proposed: { name, lane, tenantId }, account }: (typeof pairs)[number]): Button => {
    const it = { name, operator: words.say(`lane.${lane}`) }
    return {
      // One account is "it"; of several each is named.
      label:
        accounts.length === 1
          ? words.say('match.button', it)
          : words.say('match.button-of', { ...it, account: account.number }),
      acts: { act: 'match.confirm', account: account.key, lane, tenantId },
    }
  }
  const proposed = [...new Set(pairs.map((each) => each.proposed))]
  const may = mayAsk(by.roles, 'match customer')
  const rest = {
    parts: [...proposed.map(described), ...(may ? [] : [line(mayNotMatch(words))])],
    buttons: may ? pairs.map(pair) : [],
  }
  if (operator === null) {
    return {
      title: words.say('match.title', { name }),
      tone: 'warning',
      parts: [line(words.say(pairs.length === 0 ? 'match.nobody' : 'match.which')), ...rest.parts],
      buttons: rest.buttons,
    }
  }
  return {
    title: words.say('match.title-matched', { name, accounts: words.list(accounts.map(inLedger)) }),
    parts: [line(words.say(pairs.length === 0 ? 'match.nobody-else' : 'match.which-else')), ...rest.parts],
    buttons: rest.buttons,
  }

  function described({ name, domain, lane, tenantId }: OperatorCustomer): Part {
    return line(`${name} · ${domain} · ${words.say(`lane.${lane}`)} · ${tenantId}`)
  }
}

/** The other way round: which ledger account could be an operator customer's. */
async function namesakeProposals(customer: Customer, { name, domain }: OperatorCustomer, talk: Talk): Promise<Reply> {
  const { words, desk } = talk
  const namesakes = namesakesOf(customer, (await desk.book.today()).directory)
  const [only, ...more] = namesakes
  if (!only) return said(words.say('match.no-account', { name, domain }))
  if (more.length === 0) return matchProposals(only, talk)
  const says = ({ id }: Customer) => phrase(words.grammar, 'match', { customer: id })
  return picker(words.say('pick.several', { who: name }), namesakes, says, talk)
}

function inLedger({ name, number }: LedgerAccount): string {
  return `${name} (${number})`
}

/** Why a pair was not confirmed, in one sentence. */
export function matchRefusalLine({ code }: MatchRefusal | VersionRefusal, words: Words): string {
  return code === 'not-allowed' ? mayNotMatch(words) : words.say(`refusal.match.${code}`)
}

function mayNotMatch(words: Words): string {
  return mayNotAsk('match customer', words.say('refusal.match.not-allowed'), words)
}
