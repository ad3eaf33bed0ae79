import { randomInt } from 'node:crypto'
import { codeAlphabet, codeLength } from '../domain/staff/link-code.ts'

/** A fresh code for a link, from the operating system's own chance. */
export function newCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
}
