import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { english } from '../../kit/languages.ts'

const home = fileURLToPath(new URL('../../../', import.meta.url))

/** Every key that code can say, as the compiler sees it: literals, and what a template can become. */
function keysInCode(): ReadonlySet<string> {
  const files = globSync('{dialogs,bot,adapters}/**/*.ts', { cwd: home }).map((file) => `${home}${file}`)
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${home}tsconfig.json`, (file) => ts.sys.readFile(file)).config,
    ts.sys,
    home,
  )
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const all = Object.keys(english.messages).length
  const used = new Set<string>()
  const literals = (type: ts.Type): readonly string[] =>
    (type.isUnion() ? type.types : [type]).flatMap((each) => (each.isStringLiteral() ? [each.value] : []))
  const visit = (node: ts.Node): void => {
    if (ts.isExpression(node)) {
      const wanted = checker.getContextualType(node)
      // Wherever a key is asked for; what may be any key at all proves nothing.
      if (wanted && literals(wanted).length === all) {
        const said = literals(checker.getTypeAtLocation(node))
        if (said.length < all) for (const key of said) used.add(key)
      }
    }
    ts.forEachChild(node, visit)
  }
  for (const source of program.getSourceFiles()) if (files.includes(source.fileName)) visit(source)
  return used
}

describe('every message', () => {
  it('is said somewhere', function () {
    this.timeout(300_000)
    const used = keysInCode()
    assert.deepEqual(
      Object.keys(english.messages).filter((key) => !used.has(key)),
      [],
    )
  })
})
