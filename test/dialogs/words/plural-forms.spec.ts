import assert from 'node:assert/strict'
import { english, everyLanguage } from '../../kit/languages.ts'
import { pluralsOf } from './message-arguments.ts'

/** People count in whole numbers, and nobody has more customers. */
const counts = Array.from({ length: 1001 }, (_, count) => count)

function formsInEnglish(key: string, argument: string): readonly ReadonlySet<string>[] {
  const plurals = pluralsOf(english.messages[key] ?? '', 'en')
  return plurals.filter((each) => each.argument === argument).map(({ branches }) => branches)
}

for (const { name, tag, messages, borrowed } of everyLanguage) {
  describe(`plurals in ${name}`, () => {
    const own = Object.entries(messages).filter(([key]) => !borrowed.includes(key))
    const plurals = own.flatMap(([key, message]) => pluralsOf(message, tag).map((each) => ({ key, ...each })))

    const hasForms = (branches: ReadonlySet<string>) => [...branches].some((one) => /^(?!other$)[a-z]/u.test(one))
    /** “and 3 more” takes no form anywhere; what has one in English has its own everywhere, once in the sentence. */
    const varies = (key: string, argument: string, branches: ReadonlySet<string>) => {
      if (hasForms(branches)) return true
      const beside = plurals.some((each) => each.key === key && each.argument === argument && hasForms(each.branches))
      return !beside && formsInEnglish(key, argument).some(hasForms)
    }

    it('have every form that a whole number takes in the language', () => {
      for (const { key, argument, type, branches } of plurals) {
        if (!varies(key, argument, branches)) continue
        const rules = new Intl.PluralRules(tag, { type })
        const missing = counts.find((count) => !branches.has(`=${count}`) && !branches.has(rules.select(count)))
        assert.equal(missing, undefined, `${key} {${argument}}: ${missing} takes “${rules.select(missing ?? 0)}”`)
      }
    })

    it('have no form that the language does not know', () => {
      for (const { key, argument, type, branches } of plurals) {
        const known: readonly string[] = new Intl.PluralRules(tag, { type }).resolvedOptions().pluralCategories
        for (const branch of branches)
          assert(branch.startsWith('=') || known.includes(branch), `${key} {${argument}, ${branch}}`)
      }
    })
  })
}
