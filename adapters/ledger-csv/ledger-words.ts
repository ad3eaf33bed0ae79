import { chinese } from './ledger-words/chinese.ts'
import { english } from './ledger-words/english.ts'
import { french } from './ledger-words/french.ts'
import { german } from './ledger-words/german.ts'
import { italian } from './ledger-words/italian.ts'
import { japanese } from './ledger-words/japanese.ts'
import { portuguese } from './ledger-words/portuguese.ts'
import { russian } from './ledger-words/russian.ts'
import { spanish } from './ledger-words/spanish.ts'
import type { LanguageWords } from './language-words.ts'

/** Every language whose headers and words a ledger may use; another one is another file. */
export const languages: readonly LanguageWords[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  chinese,
  japanese,
  russian,
]
