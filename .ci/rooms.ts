// Checks the rooms: who imports whom. A check that read no files would pass as well, so it says how many modules
// it saw and fails below a floor.
import { existsSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const floor = 100
const config = await extractDepcruiseConfig('./.dependency-cruiser.cjs')
const { output } = await cruise(
  ['bot', 'adapters', 'dialogs', 'domain', 'test'].filter((room) => existsSync(room)),
  { ruleSet: config, validate: true, ...config.options },
  config.options?.enhancedResolveOptions,
  { tsConfig: extractTSConfig('./tsconfig.json') },
)
if (typeof output === 'string') throw new Error('expected the result as data')

for (const { rule, from, to } of output.summary.violations) {
  console.error(`${rule.name}: ${from} -> ${to}`)
  console.error(`  ${config.forbidden?.find(({ name }) => name === rule.name)?.comment ?? ''}`)
}
const ours = output.modules.filter(({ source }) => /^(bot|adapters|dialogs|domain)\//.test(source)).length
console.log(`rooms: ${ours} modules of ours seen, ${output.summary.error} wrong doors`)
if (ours < floor) console.error(`rooms: fewer than ${floor} modules: the check is blind`)
process.exitCode = output.summary.error > 0 || ours < floor ? 1 : 0
