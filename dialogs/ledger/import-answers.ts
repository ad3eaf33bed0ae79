import { z } from 'zod'
import { dateOrders, fields, type LedgerCsvOptions } from '../../domain/receivables/understanding.ts'
import { asDay, type Day } from '../../domain/shared/time.ts'

const scopeKind = z.enum(['company', 'lane', 'country'])
const day = z.custom<Day>((text) => typeof text === 'string' && asDay(text) !== null)

/** What a person has answered about a list so far. */
export const importAnswers = z.object({
  scope: z.object({ kind: scopeKind, value: z.string() }).exactOptional(),
  /** Of the scope, while its value is still asked for. */
  scopeKind: scopeKind.exactOptional(),
  complete: z.boolean().exactOptional(),
  asOf: day.exactOptional(),
  dateOrder: z.enum(dateOrders).exactOptional(),
  decimal: z.enum(['point', 'comma']).exactOptional(),
  currency: z.string().exactOptional(),
  columns: z.partialRecord(z.enum(fields), z.string().nullable()).exactOptional(),
  openOfLines: z.enum(['invoice', 'line']).exactOptional(),
  leaveOutBadRows: z.boolean().exactOptional(),
  /** The yes to what was shown. */
  yes: z.literal(true).exactOptional(),
  /** The second yes, to a list whose totals do not bear out its rows. */
  sure: z.literal(true).exactOptional(),
})
export type ImportAnswers = z.infer<typeof importAnswers>

/** What may be said to a question: one of its choices or, where it is free, anything of that kind. */
export const openQuestion = z.object({
  /** Each by the words it goes by: names in the grammar, or what stands in the file. */
  choices: z.array(z.object({ words: z.array(z.string()), answer: importAnswers })),
  free: z.enum(['scope', 'company', 'lane', 'country', 'day', 'currency']).nullable(),
})
export type OpenQuestion = z.infer<typeof openQuestion>

/** The answers with another one taken in; columns answered before stay answered. */
export function answered<Options extends Pick<LedgerCsvOptions, 'columns'>>(
  options: Options,
  answer: ImportAnswers,
): Options & ImportAnswers {
  return { ...options, ...answer, ...(answer.columns && { columns: { ...options.columns, ...answer.columns } }) }
}
