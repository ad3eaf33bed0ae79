import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { normalise } from '../understanding/normalise.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** The language that is called so: by itself, by its tag, or by people who speak another one. */
export function languageCalled(said: string, { languages }: Pick<Talk, 'languages'>): Words | null {
  const wanted = normalise(said)
  const called = languages.filter(({ tag, name }) =>
    [tag, name, ...foreignNames(tag, languages)].map(normalise).includes(wanted),
  )
  const [only, ...others] = called
  return only && others.length === 0 ? only : null
}

/** "Traditional Chinese" and "Chinese" for 繁體中文, in each language that is spoken here. */
function foreignNames(tag: string, languages: readonly Words[]): readonly string[] {
  const { language, script = '' } = new Intl.Locale(tag)
  return languages.flatMap((reader) => {
    const names = new Intl.DisplayNames(reader.tag, { type: 'language' })
    return [language, script === '' ? language : `${language}-${script}`].flatMap((each) => names.of(each) ?? [])
  })
}

/** Keeps the language a person chose, and answers in it. */
export async function chooseLanguage(said: string, { desk, by, words, languages }: Talk): Promise<Reply> {
  const chosen = languageCalled(said, { languages })
  if (!chosen) {
    return {
      parts: [line(words.say('language.which', { languages: words.list(languages.map(({ name }) => name)) }))],
      buttons: languages.map(({ name }) => ({
        label: name,
        says: phrase(words.grammar, 'language', { text: name }),
      })),
    }
  }
  await desk.staff.speak(by, chosen.tag)
  return { parts: [line(chosen.say('language.chosen', { language: chosen.name }), { tone: 'good' })] }
}
