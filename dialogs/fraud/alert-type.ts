import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Words } from '../words/words.ts'

/** The operator's own types (facts/partner-center 9.1), and what this desk and people raise. */
const knownTypes = [
  'networkConnectionsToCryptoMiningPools',
  'usageAnomalyDetection',
  'virtualMachineDeploymentAnomaly',
  'multiRegionVirtualMachineScaleSetDeploymentAnomaly',
  'multiRegionMachineLearningUsageAnomaly',
  'serviceHealthSecurityAdvisory',
  'suspiciousPurchase',
  'fraudReport',
  'misuseReport',
  'usageThreshold',
  'unreadable',
  'routeTest',
] as const

/** What was seen, in words; a type nobody has met yet as it was received, and said to be new. */
export function alertType({ type }: Pick<FraudAlert, 'type'>, words: Words): string {
  const known = knownTypes.find((each) => each === type)
  return known ? words.say(`alert.type.${known}`) : words.say('alert.type-new', { type: quoted(type) })
}
