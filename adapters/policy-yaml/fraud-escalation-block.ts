import { z } from 'zod'
import {
  usualFraudEscalation,
  type EscalationTarget,
  type FraudEscalation,
} from '../../domain/policy/fraud-escalation.ts'
import { amounts } from './policy-amounts.ts'

const groups = {
  channel: 'channel',
  'fraud leads': 'fraud-leads',
  approvers: 'approvers',
  administrators: 'administrators',
  pager: 'pager',
} as const satisfies Readonly<Record<string, EscalationTarget>>

const aTarget = {
  error: `is nobody to tell: it must be ${Object.keys(groups).join(', ')}, a channel such as "#fraud" or a person such as "@Ines", in quotes`,
}
const target = z.string(aTarget).transform((said, context): EscalationTarget => {
  const text = said.trim()
  const group = Object.entries(groups).find(([name]) => name === text.toLowerCase())
  if (group) return group[1]
  if (/^[#@]\S/u.test(text)) return text as EscalationTarget
  context.addIssue({ code: 'custom', message: aTarget.error })
  return z.NEVER
})

/** Each step later than the one before: the desk takes them one by one. */
const steps = z
  .array(
    z.strictObject({
      'after minutes': z.number().int().min(1).max(1440),
      tell: z.array(target).min(1),
    }),
  )
  .superRefine((given, context) => {
    given.forEach(({ 'after minutes': minutes }, at) => {
      const before = given[at - 1]
      if (before && minutes <= before['after minutes'])
        context.addIssue({
          code: 'custom',
          path: [at, 'after minutes'],
          message: `must be later than the step before, after ${before['after minutes']} minutes`,
        })
    })
  })

/** `fraud escalation:` of a policy; what it leaves out is as usual. */
export const fraudEscalationBlock = z.strictObject({
  high: steps.optional(),
  others: steps.optional(),
  'money at risk': amounts.optional(),
  'silence minutes': z.number().int().min(5).max(1440).optional(),
})

/** Whom an alert that nobody holds is told to, as the policy says; as usual where it says nothing. */
export function escalationOf(given: z.infer<typeof fraudEscalationBlock> | undefined): FraudEscalation {
  const { high, others, 'money at risk': moneyAtRisk, 'silence minutes': silenceMinutes } = given ?? {}
  return {
    high: high ? stepsOf(high) : usualFraudEscalation.high,
    others: others ? stepsOf(others) : usualFraudEscalation.others,
    silenceMinutes: silenceMinutes ?? usualFraudEscalation.silenceMinutes,
    moneyAtRisk: moneyAtRisk ?? usualFraudEscalation.moneyAtRisk,
  }
}

function stepsOf(given: z.infer<typeof steps>): FraudEscalation['high'] {
  return given.map(({ 'after minutes': afterMinutes, tell }) => ({ afterMinutes, to: tell }))
}
