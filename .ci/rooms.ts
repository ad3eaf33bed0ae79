// Checks the rooms: who imports whom. A check that read no files would pass as well, so each room must be there, and
// each file in it must have been seen.
import { globSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const rooms = ['bot', 'adapters', 'dialogs', 'domain', 'test'].map((room) => ({
  room,
  files: globSync(`${room}/**/*.ts`),
}))
const config = await extractDepcruiseConfig('./.dependency-cruiser.cjs')
const { output } = await cruise(
  rooms.flatMap(({ room, files }) => (files.length > 0 ? [room] : [])),
  { ruleSet: config, validate: true, ...config.options },
  config.options?.enhancedResolveOptions,
  { tsConfig: extractTSConfig('./tsconfig.json') },
)
if (typeof output === 'string') throw new Error('expected the result as data')

for (const { rule, from, to } of output.summary.violations) {
  console.error(`${rule.name}: ${from} -> ${to}`)
  console.error(`  ${config.forbidden?.find(({ name }) => name === rule.name)?.comment ?? ''}`)
}
const seen = new Set(output.modules.map(({ source }) => source))
const blind = rooms.flatMap(({ room, files }) =>
  files.length === 0 ? [`${room}: the room is gone`] : files.filter((file) => !seen.has(file)),
)
for (const what of blind) console.error(`rooms: not seen: ${what}`)
const counts = rooms.map(({ room, files }) => `${room} ${files.length}`)
console.log(`rooms: ${counts.join(', ')}; ${output.summary.error} wrong doors`)
process.exitCode = output.summary.error > 0 || blind.length > 0 ? 1 : 0
