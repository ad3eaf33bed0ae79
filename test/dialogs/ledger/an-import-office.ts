import type { Office, OfficeSetup } from '../../kit/office.ts'
import { anOffice } from '../an-office.ts'

/** Nobody has imported anything yet, and people have these files. */
export function anImportOffice(
  files: NonNullable<OfficeSetup['files']>,
  changes: Partial<OfficeSetup> = {},
): Promise<Office> {
  return anOffice({ asOf: null, items: [], accounts: [], matches: [], notices: [], files, ...changes })
}

/** An open list of the evening before, too small for anybody to be suspended: EUR 80.00 since January, and what follows. */
export function list(...more: readonly string[]): string {
  return [
    'As of 2025-03-30',
    'Customer Number,Customer Name,Domain,Invoice Number,Due Date,Open Amount,Currency',
    'K-1001,Contoso,contoso.cn,INV-1,2025-01-20,80.00,EUR',
    'K-1001,Contoso,contoso.cn,INV-2,2025-04-07,10.00,EUR',
    ...more,
    '',
  ].join('\n')
}

/** The same of a company that writes neither day nor currency, and dates and amounts that can be read two ways. */
export const unclear = [
  'Customer Number,Customer Name,Invoice Number,Due Date,Open Amount',
  'K-1001,Contoso,INV-1,01/02/2025,1.234',
  'K-1001,Contoso,INV-2,03/02/2025,2.000',
  '',
].join('\n')
