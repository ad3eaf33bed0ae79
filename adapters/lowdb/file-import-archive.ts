import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { ImportArchive } from '../../domain/ports/import-archive.ts'
import type { LedgerImport } from '../../domain/receivables/ledger-import.ts'
import type { CaseId } from '../../domain/shared/ids.ts'
import { nodeDisk, type Disk } from '../shared/disk.ts'
import { inChunks, makeFolder, removeLeftovers, writeDurably } from '../shared/durable-file.ts'
import { ImportReader, printImport } from './import-file.ts'

/** A kept import is missing, or is not what was kept. */
export class DamagedImport extends Error {
  constructor(path: string, why: string, cause?: unknown) {
    super(`${path} ${why}. Restore it from a backup, or import the ledger file again.`, { cause })
    this.name = 'DamagedImport'
  }
}

/** Imports as immutable files, `ledger/<id>.jsonl`, in a folder that the store has locked. */
export async function openFileImportArchive(folder: string, disk: Disk = nodeDisk): Promise<ImportArchive> {
  const ledger = join(folder, 'ledger')
  await makeFolder(disk, ledger)
  await removeLeftovers(disk, ledger, (name) => name.endsWith('.jsonl'))
  return {
    async keep(imported) {
      const hash = createHash('sha256')
      await writeDurably(disk, pathOf(ledger, imported.id), hashing(hash, inChunks(printImport(imported))))
      return hash.digest('hex')
    },
    async load(id, sha256) {
      return load(pathOf(ledger, id), sha256)
    },
  }
}

async function load(path: string, sha256: string): Promise<LedgerImport> {
  const hash = createHash('sha256')
  const reader = new ImportReader()
  try {
    for await (const line of lines(path, hash)) reader.take(line)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
    throw new DamagedImport(path, 'is missing', fault)
  }
  if (hash.digest('hex') !== sha256) throw new DamagedImport(path, 'is not the file that was kept: its hash differs')
  try {
    return reader.end()
  } catch (fault) {
    throw new DamagedImport(path, 'does not have the shape of an import', fault)
  }
}

function* hashing(hash: Hash, chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  for (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}

async function* lines(path: string, hash: Hash): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    const whole = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = whole.pop() ?? ''
    yield* whole
  }
  if (rest !== '') yield rest
}

/** Only a case number may become a file name. */
function pathOf(folder: string, id: CaseId): string {
  if (!/^[A-Z]+-\d+$/.test(id)) throw new Error(`${id} is no case number`)
  return join(folder, `${id}.jsonl`)
}
