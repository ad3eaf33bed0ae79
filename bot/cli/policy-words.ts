const withFile: ReadonlySet<string> = new Set(['check', 'propose', 'rehearse'])

/** The file that the words behind `policy` name; null where they name none. */
export function policyFileIn([verb = '', file]: readonly string[]): string | null {
  return withFile.has(verb) && file !== undefined && !file.startsWith('--') ? file : null
}
