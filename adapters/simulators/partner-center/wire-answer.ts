/** An answer before it is put on the wire. Text goes out as it is, everything else as JSON. */
export interface WireAnswer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** It was given before, to the same MS-RequestId. */
  readonly replayed?: boolean
}

type ErrorShape = 'A' | 'B' | 'C'

/** An error in one of the three published shapes (facts/partner-center 4.5). */
export function errorAnswer(shape: ErrorShape, status: number, code: number | string, text: string): WireAnswer {
  switch (shape) {
    case 'A':
      return { status, body: { code: String(code), description: text, data: [], source: 'PartnerFD' } }
    case 'B': {
      const rest = { errorName: 'Refused', isRetryable: false, parameters: {} }
      const errorMessageExtended = `InternalErrorCode=${code}`
      return { status, body: { code: Number(code), message: text, description: text, ...rest, errorMessageExtended } }
    }
    case 'C':
      return { status, body: { statusCode: status, message: text } }
  }
}

/** A no of the operator's rules: HTTP status, code and words. */
export class OperatorRefusal extends Error {
  readonly status: number
  readonly code: number

  constructor(status: number, code: number, text: string) {
    super(text)
    this.status = status
    this.code = code
  }
}
