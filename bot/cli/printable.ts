/**
 * A line as a terminal may show it: names come from files and operators, and what they carry must neither steer the
 * terminal nor make a line of its own, nor turn the reading order around.
 */
export function printable(line: string): string {
  return line
    .replace(/\r\n|[\n\r\u2028\u2029]/g, ' ↵ ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
