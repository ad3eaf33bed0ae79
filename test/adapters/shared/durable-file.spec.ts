import assert from 'node:assert/strict'
import fc from 'fast-check'
import { inChunks } from '../../../adapters/shared/durable-file.ts'

/** What a file would hold: each chunk is taken before the next is made, as a write does. */
function written(pieces: readonly string[], size: number): string {
  const taken: Uint8Array[] = []
  for (const chunk of inChunks(pieces, size)) taken.push(Uint8Array.from(chunk))
  return Buffer.concat(taken).toString('utf8')
}

describe('pieces of a document that are joined for the disk', () => {
  it('are whole and in order, whatever letters and lengths they have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 })),
        fc.integer({ min: 1, max: 64 }),
        (pieces, size) => assert.equal(written(pieces, size), pieces.join('')),
      ),
    )
  })

  it('that are longer than what is written at once come by themselves, in their place', () => {
    assert.equal(written(['a', '發'.repeat(50), 'b'], 16), `a${'發'.repeat(50)}b`)
  })

  it('fill what is written at once', () => {
    const sizes = [
      ...inChunks(
        Array.from({ length: 100 }, () => 'line\n'),
        50,
      ),
    ].map(({ length }) => length)
    assert.deepEqual([...new Set(sizes.slice(0, -1))], [40])
    assert.equal(
      sizes.reduce((sum, each) => sum + each, 0),
      500,
    )
  })
})
