import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Loaded before everything else (`--import`, package.json): compiled code is kept for the next start, which it makes a
// third shorter. In our own folder: the usual one is the machine's temp folder, where strangers could leave code.
// Without a right to write there the desk merely starts slower. Coverage counts wrongly in code from a cache.
if (!process.env['NODE_V8_COVERAGE']) {
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))
}
