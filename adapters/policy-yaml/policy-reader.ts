import { createHash } from 'node:crypto'
import type { PolicyReader } from '../../domain/ports/policy-reader.ts'
import { checkPolicy, readPolicy } from './read-policy.ts'

/** Understands policies written as YAML. */
export const policyReader: PolicyReader = {
  check: checkPolicy,
  read: readPolicy,
  hash: (text) => createHash('sha256').update(text).digest('hex'),
}
