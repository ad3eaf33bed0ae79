import { tellIn } from './in-another-language.ts'

await tellIn('zh-Hans-CN')
