import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { languageFolder } from '../../kit/languages.ts'

const languages = fileURLToPath(languageFolder)

/** Keys that stand more than once in one object of a file; of those JSON keeps the last and says nothing. */
function twice(text: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const names = node.properties.flatMap(({ name }) => (name && ts.isStringLiteral(name) ? [name.text] : []))
      found.push(...names.filter((name, at) => names.indexOf(name) !== at))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.parseJsonText('a language', text))
  return found
}

describe('the keys of a language', () => {
  for (const file of globSync('*/*.json', { cwd: languages }))
    it(`stand there once: ${file}`, () => assert.deepEqual(twice(readFileSync(`${languages}${file}`, 'utf8')), []))
  it('are seen where they stand twice', () => assert.deepEqual(twice('{"a": {"b": 1, "c": 2, "b": 3}}'), ['b']))
})
