import { join } from 'node:path'

/** Where a demo keeps its things that was not told where; wiped whenever one starts. */
export const demoFolder = join('desk-data', 'demo')
