import { tellIn } from './in-another-language.ts'

await tellIn('ja')
