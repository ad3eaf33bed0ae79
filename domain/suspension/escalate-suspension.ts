import { later, type Instant } from '../shared/time.ts'
import { glassMs } from './break-glass.ts'
import { awaitsConfirmation, isOpen, type SuspensionRequest } from './suspension-request.ts'

/**
 * What nobody decided on in time, or nobody looked at after the glass was broken, told more widely; null where there is
 * nothing to tell, or not yet. The first is told once, as it expires later; the second until somebody looks.
 */
export function escalateSuspension(request: SuspensionRequest, now: Instant): SuspensionRequest | null {
  if (isOpen(request)) return request.escalatedAt === undefined ? { ...request, escalatedAt: now } : null
  const { brokenGlass: glass } = request
  if (!glass || !awaitsConfirmation(request)) return null
  const due = glass.escalatedAt === undefined ? glass.confirmBy : later(glass.escalatedAt, glassMs)
  return now < due ? null : { ...request, brokenGlass: { ...glass, escalatedAt: now } }
}
