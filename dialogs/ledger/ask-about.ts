import { lanes, type Lane } from '../../domain/customers/lane.ts'
import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import type { Question, Sample } from '../../domain/receivables/understanding.ts'
import { never } from '../../domain/shared/outcome.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Tone } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import type { ImportAnswers, OpenQuestion } from './import-answers.ts'
import { scopeName } from './scope-name.ts'

/** A question about a list in words, with what can be answered. */
export interface Asked {
  readonly text: string
  /** How to answer what is no choice. */
  readonly how: string | null
  readonly choices: readonly Choice[]
  readonly free: OpenQuestion['free']
}

interface Choice {
  readonly label: string
  readonly tone?: Tone
  /** What it can be called, the one first by which a button calls it. */
  readonly words: readonly [string, ...string[]]
  readonly answer: ImportAnswers
}

/** What a file leaves open. */
export function askAbout(question: Question, words: Words): Asked {
  const asked = (text: string, choices: readonly Choice[]): Asked => ({ text, how: null, choices, free: null })
  switch (question.kind) {
    case 'which-column': {
      const { field, candidates } = question
      return asked(
        words.say('list.ask.which-column', { field: words.say(`field.${field}`) }),
        candidates.map(({ number, header }) => ({
          label: words.say('list.choice.column', { header: quoted(header), number }),
          words: [`#${number}`, `${number}`, header],
          answer: { columns: { [field]: `#${number}` } },
        })),
      )
    }
    case 'which-date-order': {
      const { orders, samples } = question
      const dates = (order: (typeof orders)[number]) =>
        samples.map(({ text, readings: { [order]: day } }) =>
          day === null ? words.say('list.no-date', { text: quoted(text) }) : words.day(day),
        )
      return asked(
        words.say('list.ask.which-date-order', { examples: examples(samples, words) }),
        orders.map((dateOrder) => ({
          label: words.say(`list.choice.${dateOrder}`, { dates: words.list(dates(dateOrder)) }),
          words: [dateOrder],
          answer: { dateOrder },
        })),
      )
    }
    case 'which-decimal': {
      const { samples } = question
      return asked(
        words.say('list.ask.which-decimal', { examples: examples(samples, words) }),
        (['point', 'comma'] as const).map((decimal) => {
          const amounts = samples.map(
            ({ text, readings }) => readings[decimal] ?? words.say('list.no-amount', { text: quoted(text) }),
          )
          const label = words.say(`list.choice.${decimal}`, { amounts: words.list(amounts) })
          return { label, words: [decimal], answer: { decimal } }
        }),
      )
    }
    case 'which-currency': {
      const { rows, line, candidates } = question
      return {
        text: words.say('list.ask.which-currency', { rows, line }),
        how: words.say('list.how.currency'),
        choices: candidates.map((currency) => ({ label: currency, words: [currency], answer: { currency } })),
        free: 'currency',
      }
    }
    case 'which-as-of':
      return {
        text: words.say('list.ask.which-as-of'),
        how: words.say('list.how.day'),
        choices: question.candidates.map((asOf) => ({ label: words.day(asOf), words: [asOf], answer: { asOf } })),
        free: 'day',
      }
    case 'which-open-of-lines':
      return asked(
        words.say('list.ask.which-open-of-lines', { examples: examples(question.samples, words) }),
        (['invoice', 'line'] as const).map((openOfLines) => ({
          label: words.say(`list.choice.${openOfLines}`),
          words: [openOfLines],
          answer: { openOfLines },
        })),
      )
    default:
      return never(question)
  }
}

/** As many as leave room for the others beside them. */
const mostEarlier = 2

/** Which part of the books a list speaks for; those of earlier imports can be picked. */
export function askScope(file: string, earlier: readonly ImportScope[], words: Words): Asked {
  return {
    text: words.say('list.ask.scope', { file }),
    how: words.say('list.ask.scope.how'),
    choices: [
      ...earlier.slice(0, mostEarlier).map((scope): Choice => ({
        label: scopeName(scope, words),
        words: [`${scope.kind} ${scope.value}`],
        answer: { scope },
      })),
      ...(['company', 'lane', 'country'] as const).map((scopeKind): Choice => ({
        label: words.say(`button.scope.${scopeKind}`),
        words: [scopeKind],
        answer: { scopeKind },
      })),
    ],
    free: 'scope',
  }
}

/** Which one of a kind; the lanes that the desk works in can be picked. */
export function askWhich(kind: ImportScope['kind'], worksIn: (lane: Lane) => boolean, words: Words): Asked {
  const some = lanes.filter(worksIn)
  const choices = (some.length > 0 ? some : lanes).map((value): Choice => ({
    label: words.say(`lane.${value}`),
    words: [value],
    answer: { scope: { kind, value } },
  }))
  return { text: words.say(`list.ask.${kind}`), how: null, choices: kind === 'lane' ? choices : [], free: kind }
}

/** Whether a list says all there is. */
export function askComplete(scope: ImportScope, words: Words): Asked {
  return {
    text: words.say('list.ask.complete', { scope: scopeName(scope, words) }),
    how: words.say('list.ask.complete.how'),
    choices: (['complete', 'partial'] as const).map((word) => ({
      label: words.say(`button.${word}`),
      words: [word],
      answer: { complete: word === 'complete' },
    })),
    free: null,
  }
}

function examples(samples: readonly Sample[], words: Words): string {
  const cells = samples.map(({ text, line }) => words.say('list.cell', { text: quoted(text), line }))
  return words.say('list.examples', { cells: words.list(cells) })
}
