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
  const read = parse(text, file)
  const disorder = read.tell([...laddersIn(read.file).flatMap(outOfOrder), ...segmentFaults(read.file)])
  if (disorder.length > 0) throw new FaultyPolicy(file, disorder)
  return policyOf(read.file)
}

/** Looks for more than {@link readPolicy}: what older desks took, and what nobody can have meant. Never throws for a file. */
export function checkPolicy(text: string): CheckedPolicy {
  try {
    const policy = readPolicy(text, 'policy')
    const { file, tell } = parse(text, 'policy')
    const ladders = laddersIn(file)
    return {
      policy,
      faults: tell(ladders.flatMap(ladderFaults)),
      remarks: tell([...ladders.flatMap((ladder) => ladderRemarks(ladder, file)), ...segmentRemarks(file)]),
    }
  } catch (fault) {
    if (fault instanceof FaultyPolicy) return { policy: null, faults: fault.faults, remarks: [] }
    throw fault
  }
}

/** What a file says, and how faults in it are told. */
function parse(
  text: string,
  name: string,
): { readonly file: PolicyFile; readonly tell: (faults: readonly PolicyFault[]) => readonly string[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = document.errors.map(
    (error) => `line ${lines.linePos(error.pos[0]).line}: ${inPlainWords(error, text)}`,
  )
  const value = valueOf(document, name, broken)
  const parsed = policyFile.safeParse(value, { error: plainly })
  const wrong = parsed.success ? [] : faultsOf(parsed.error.issues, document, lines)
  if (!parsed.success || broken.length > 0) {
    // What stands twice can be read on; other breaks make the rest nonsense.
    const readOn = document.errors.every(({ code }) => code === 'DUPLICATE_KEY')
    throw new FaultyPolicy(name, byLine(readOn ? [...broken, ...wrong] : broken))
  }
  return {
    file: parsed.data,
    tell: (faults) => byLine(faults.map(({ path, what }) => faultAt(path, what, document, lines))),
  }
}

function valueOf(document: Document, name: string, broken: readonly string[]): unknown {
  try {
    return document.toJS()
  } catch (fault) {
    // An alias of nothing is found only here, and without its line.
    throw new FaultyPolicy(name, broken.length > 0 ? broken : [fault instanceof Error ? fault.message : String(fault)])
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
