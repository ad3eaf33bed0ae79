import { isNode, type Document, type LineCounter } from 'yaml'
import type { z } from 'zod'

/** What is wrong with a policy file, line by line, in plain words. */
export class FaultyPolicy extends Error {
  readonly faults: readonly string[]

  constructor(file: string, faults: readonly string[]) {
    super(`${file} is no usable collections policy:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'FaultyPolicy'
    this.faults = faults
  }
}

/** Something wrong with an entry. */
export interface PolicyFault {
  readonly path: readonly PropertyKey[]
  readonly what: string
}

type Issue = z.core.$ZodIssue

/** Where each finding stands, and what it is; an entry nobody knows is named at its own line. */
export function faultsOf(issues: readonly Issue[], document: Document, lines: LineCounter): readonly string[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => faultAt([...issue.path, key], 'is no entry of a policy', document, lines))
      : [faultAt(issue.path, issue.message, document, lines)],
  )
}

/** `line 7: ladder › no. 2 must be …`, for the entry at this path or the nearest one around it. */
export function faultAt(path: readonly PropertyKey[], what: string, document: Document, lines: LineCounter): string {
  const place = path.map((part) => (typeof part === 'number' ? `no. ${part + 1}` : String(part)))
  return `line ${lineOf(document, path, lines)}: ${place.join(' › ') || 'the file'} ${what}`
}

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a list of named entries',
  record: 'amounts such as { EUR: 5 }',
}

/** A finding in the words of whoever wrote the file. */
export function plainly(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return issue.origin === 'array' ? 'must not be empty' : `must be ${issue.minimum} or more`
    case 'too_big':
      return `must be ${issue.maximum} or less`
    case 'invalid_key':
      return issue.issues[0]?.message
    default:
      return undefined
  }
}

function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
