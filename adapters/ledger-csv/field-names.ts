import type { Field } from '../../domain/receivables/understanding.ts'

/** What a field is called when talking to a person. */
export const fieldNames: Readonly<Record<Field, string>> = {
  customerNumber: 'customer number',
  customerName: 'customer name',
  domain: 'domain',
  tenantId: 'tenant id',
  country: 'country',
  company: 'company',
  lane: 'lane',
  documentNumber: 'document number',
  documentType: 'document type',
  issueDate: 'issue date',
  dueDate: 'due date',
  originalAmount: 'original amount',
  openAmount: 'open amount',
  otherSide: 'other side of the open amount',
  currency: 'currency',
  lineText: 'line text',
  lineAmount: 'line amount',
  subscriptionId: 'subscription id',
}
