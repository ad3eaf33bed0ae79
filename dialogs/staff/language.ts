import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { normalise } from '../understanding/normalise.ts'
import { bare } from '../understanding/bare.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** The language that is called so: by itself, by its tag, or by people who speak another one. */
export function languageCalled(said: string, { languages }: Pick<Talk, 'languages'>): Words | null {
  const key = (text: string) => bare(normalise(text))
  const wanted = key(said)
  const called = languages.filter(({ tag, name }) =>
    [tag, name, ...foreignNames(tag, languages)].map(key).includes(wanted),
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
export async function chooseLanguage(said: string, talk: Talk): Promise<Reply> {
  const { desk, by, demo } = talk
  const chosen = languageCalled(said, talk)
  if (!chosen) return whichLanguage('language', talk)
  await (demo ? demo.speak(chosen.tag) : desk.staff.speak(by, chosen.tag))
  return { parts: [line(chosen.say('language.chosen', { language: chosen.name }), { tone: 'good' })] }
}

/** The same for what everybody reads in the channel where it is said. */
export async function chooseLanguageHere(said: string, talk: Talk): Promise<Reply> {
  const { desk, by, words, speaker } = talk
  if (speaker.personal && speaker.typedIn === undefined) return warning(words.say('language.private'))
  const chosen = languageCalled(said, talk)
  if (!chosen) return whichLanguage('language-here', talk)
  // A command is answered privately, but is about the channel in which it was typed.
  const outcome = await desk.cards.speakIn(speaker.typedIn ?? speaker.place, chosen.tag, by)
  if (outcome.ok) {
    const { name } = outcome.value
    return { parts: [line(chosen.say('language.here', { name, language: chosen.name }), { tone: 'good' })] }
  }
  const { code } = outcome.refusal
  if (code === 'not-a-channel') return warning(words.say('language.private'))
  return warning(words.say(code === 'not-allowed' ? 'refusal.administrators-only' : `refusal.${code}`))
}

/** Each language by its own name, which whoever speaks it knows. */
function whichLanguage(verb: 'language' | 'language-here', { words, languages }: Talk): Reply {
  const key = verb === 'language' ? 'language.which' : 'language.which-here'
  return {
    parts: [line(words.say(key, { languages: words.list(languages.map(({ name }) => name)) }))],
    buttons: languages.map(({ name }) => ({
      label: name,
      says: phrase(words.grammar, verb, verb === 'language' ? { text: name } : { tongue: name }),
    })),
  }
}

function warning(text: string): Reply {
  return { parts: [line(text, { tone: 'warning' })] }
}
