import { addDays, dayAt, type Day } from '../../domain/shared/time.ts'
import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { Answer } from '../script.ts'
import type { Talk } from '../talk.ts'
import { normalise } from '../understanding/normalise.ts'
import { wordIn } from '../understanding/phrase.ts'
import { readDayIn } from '../understanding/read-day.ts'
import type { ImportAnswers, OpenQuestion } from './import-answers.ts'

/** Where a choice was picked instead of pressed. */
export const pickedIn = 'choice'

const currencies = new Set(Intl.supportedValuesOf('currency'))
/** No company's name is longer. */
const longestName = 200

/** What somebody's words mean for the question that is open; null when they fit nothing that was asked. */
export function answerTo(open: OpenQuestion, { text, inputs }: Answer, talk: Talk): ImportAnswers | null {
  const picked = wordIn(talk.grammars, 'importing', text) === 'choose'
  const said = (picked ? (inputs[pickedIn] ?? '') : text).trim()
  if (said === '') return null
  return chosen(open, said, talk) ?? freely(open.free, said, talk)
}

/** By its name in any language, as it stands in the file, or by its place among the others. */
function chosen({ choices }: OpenQuestion, said: string, { grammars }: Talk): ImportAnswers | null {
  const name = wordIn(grammars, 'importing', said)
  const called = normalise(said)
  const found = choices.find(({ words }) => words.some((word) => word === name || normalise(word) === called))
  return (found ?? (/^\d{1,2}$/.test(said) ? choices[Number(said) - 1] : undefined))?.answer ?? null
}

function freely(free: OpenQuestion['free'], said: string, talk: Talk): ImportAnswers | null {
  switch (free) {
    case null:
      return null
    case 'scope':
      return scopeIn(said, talk)
    case 'company':
    case 'lane':
    case 'country':
      return valueOf(free, said, talk)
    case 'day': {
      const day = dayGoneBy(said, talk)
      return day === null ? null : { asOf: day }
    }
    case 'currency': {
      const currency = said.toUpperCase()
      return currencies.has(currency) ? { currency } : null
    }
  }
}

/** Books were read on a day that was: without a year the last such day is meant, not the next. */
function dayGoneBy(said: string, { desk, zone, words, languages }: Talk): Day | null {
  const today = dayAt(desk.now(), zone)
  const read = (from: Day) => readDayIn([words, ...languages], said, from)
  const next = read(today)
  if (next === null || next <= today) return next
  const last = /\d/.test(said) ? read(addDays(today, -365)) : null
  return last !== null && last <= today ? last : null
}

/** `company contoso`, `lane china`, `國家 TW`. */
function scopeIn(said: string, talk: Talk): ImportAnswers | null {
  for (const { importing, spaces } of talk.grammars) {
    for (const kind of ['company', 'lane', 'country'] as const) {
      for (const word of importing[kind] ?? []) {
        if (!said.toLowerCase().startsWith(word)) continue
        const rest = said.slice(word.length)
        if (spaces && !/^[\s:]/.test(rest)) continue
        const value = rest.replace(/^[\s:：]+/u, '')
        if (value !== '') return valueOf(kind, value, talk)
      }
    }
  }
  return null
}

function valueOf(kind: ImportScope['kind'], said: string, { grammars }: Talk): ImportAnswers | null {
  const value = kind === 'lane' ? wordIn<Lane>(grammars, 'lanes', said) : said.length > longestName ? null : said
  return value === null ? null : { scope: { kind, value } }
}
