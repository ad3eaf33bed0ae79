import assert from 'node:assert/strict'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { Staff } from '../../../domain/staff/staff.ts'
import type { ADesk } from '../../kit/a-desk.ts'

export const here = 'teams:partner/wang'

/** Somebody stops a lane, or all. */
export async function stop(office: ADesk, by: Staff, lane: Lane | null = null) {
  const outcome = await office.desk.lanes.stop(lane, by, here)
  assert(outcome.ok)
  return outcome.value
}

/** One asks to go on, another confirms. */
export async function restart(office: ADesk, by: Staff, other: Staff): Promise<void> {
  const asked = await office.desk.lanes.askRestart(null, by, here)
  assert(asked.ok)
  assert((await office.desk.lanes.confirm({ case: asked.value.id, version: 1 }, other)).ok)
}

/** The refusal's code; fails where it was granted. */
export function refusal(outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string {
  assert(!outcome.ok && outcome.refusal)
  return outcome.refusal.code
}
