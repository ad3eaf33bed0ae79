// `npm run bench` runs them all, `npm run bench -- overdue` one of them; each in a process of its own. Whatever else is
// said, such as `short`, is told to those that run.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { flags } from '../kit/processes.ts'

const benches = ['overdue', 'import', 'slack', 'fraud', 'understanding']

const said = process.argv.slice(2)
const wanted = said.filter((word) => benches.includes(word))
const options = said.filter((word) => !benches.includes(word))
for (const name of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  const { status } = spawnSync(process.execPath, [...flags, script, ...options], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
