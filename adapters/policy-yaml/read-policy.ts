import { LineCounter, parseDocument, type Document, type YAMLError } from 'yaml'
import type { CollectionsPolicy } from '../../domain/policy/collections-policy.ts'
import { ladderFaults, ladderRemarks, outOfOrder } from './ladder-faults.ts'
import { laddersIn } from './ladder-block.ts'
import { policyFile, policyOf, type PolicyFile } from './policy-file.ts'
import { FaultyPolicy, faultAt, faultsOf, plainly, type PolicyFault } from './policy-faults.ts'
import { segmentFaults, segmentRemarks } from './segment-faults.ts'

/** A policy file as a person is told of it before it counts. */
export interface CheckedPolicy {
  /** Null where it cannot be read at all. */
  readonly policy: CollectionsPolicy | null
  /** What must be mended before it can be activated, line by line. */
  readonly faults: readonly string[]
  /** What may be meant so, and may surprise. */
  readonly remarks: readonly string[]
}

/** Reads a policy; throws {@link FaultyPolicy} naming every fault with its line. */
export function readPolicy(text: string, file: string): CollectionsPolicy {
  const read = parse(text)
  if (read.file === null || read.faults.length > 0) throw new FaultyPolicy(file, read.faults)
  return policyOf(read.file)
}

/** Looks for more than {@link readPolicy}: what older desks took, and what nobody can have meant. Never throws for a file. */
export function checkPolicy(text: string): CheckedPolicy {
  const { file, faults, tell } = parse(text)
  if (file === null || faults.length > 0) return { policy: null, faults, remarks: [] }
  const ladders = laddersIn(file)
  return {
    policy: policyOf(file),
    faults: tell(ladders.flatMap(ladderFaults)),
    remarks: tell([...ladders.flatMap((ladder) => ladderRemarks(ladder, file)), ...segmentRemarks(file)]),
  }
}

interface Parsed {
  /** Null where it makes no sense. */
  readonly file: PolicyFile | null
  readonly faults: readonly string[]
  readonly tell: (faults: readonly PolicyFault[]) => readonly string[]
}

/** What a file says, what keeps it from being read, and how more faults in it are told. */
function parse(text: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const tell = (faults: readonly PolicyFault[]) =>
    byLine(faults.map(({ path, what }) => faultAt(path, what, document, lines)))
  const broken = document.errors.map(
    (error) => `line ${lines.linePos(error.pos[0]).line}: ${inPlainWords(error, text)}`,
  )
  // What stands twice can be read on; other breaks make the rest nonsense.
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { file: null, faults: byLine(broken), tell }
  const value = valueOf(document)
  if ('fault' in value) return { file: null, faults: [...broken, value.fault], tell }
  const parsed = policyFile.safeParse(value.value, { error: plainly })
  if (!parsed.success)
    return { file: null, faults: byLine([...broken, ...faultsOf(parsed.error.issues, document, lines)]), tell }
  const disorder = tell([...laddersIn(parsed.data).flatMap(outOfOrder), ...segmentFaults(parsed.data)])
  return { file: parsed.data, faults: byLine([...broken, ...disorder]), tell }
}

function valueOf(document: Document): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: document.toJS() }
  } catch (fault) {
    // An alias of nothing is found only here, and without its line.
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

function inPlainWords({ code, message, pos }: YAMLError, text: string): string {
  if (code !== 'DUPLICATE_KEY') return message
  return `“${/^[^:\n]*/.exec(text.slice(pos[0]))?.[0].trim() ?? ''}” stands there a second time; keep one of the two`
}

function byLine(faults: readonly string[]): readonly string[] {
  const lineOf = (fault: string) => Number(/^line (\d+)/.exec(fault)?.[1] ?? 0)
  return faults.toSorted((one, other) => lineOf(one) - lineOf(other))
}
