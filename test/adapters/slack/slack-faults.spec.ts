import assert from 'node:assert/strict'
import { z } from 'zod'
import { RefusedBlocks } from '../../../adapters/slack/slack-faults.ts'
import { isLost } from '../../../dialogs/vocabulary/messenger.ts'
import { OutsideFault, type FaultKind } from '../../../domain/shared/outside-fault.ts'
import type { SlackTrouble } from '../../kit/fake-slack.ts'
import { anApi, type AnApi } from './an-api.ts'

describe('what goes wrong at Slack', () => {
  let world: AnApi
  beforeEach(async () => {
    world = await anApi()
  })
  afterEach(() => world.close())
  const after = async (trouble: SlackTrouble): Promise<unknown> => {
    world.slack.fail(trouble)
    return world.api.call('chat.update', {}, z.object({})).catch((cause: unknown) => cause)
  }

  const said: Readonly<Record<FaultKind, readonly string[]>> = {
    refused: ['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action_read_only_channel'],
    'not-found': ['message_not_found', 'cant_update_message', 'edit_window_closed', 'user_not_found', 'view_not_found'],
    unauthorised: ['token_revoked', 'invalid_auth', 'account_inactive', 'missing_scope', 'not_authed', 'token_expired'],
    busy: ['expired_trigger_id', 'exchanged_trigger_id', 'hash_conflict'],
    throttled: ['ratelimited', 'message_limit_exceeded'],
    unreachable: ['fatal_error', 'internal_error', 'service_unavailable'],
  }
  for (const [kind, codes] of Object.entries(said))
    for (const code of codes)
      it(`${code} is ${kind}`, async () => {
        const fault = await after({ error: code })
        assert(fault instanceof OutsideFault, String(fault))
        assert.deepEqual([fault.facts.service, fault.facts.kind, fault.facts.code], ['slack', kind, code])
        // A place counts as lost when nothing will ever arrive there, not when the desk itself is locked out.
        assert.equal(isLost(fault), kind === 'refused' || kind === 'not-found')
        assert.equal(fault.retryable, ['busy', 'throttled', 'unreachable'].includes(kind))
      })

  for (const [what, trouble, kind, retryAfterMs] of [
    ['too many', { status: 429, retryAfter: 30 }, 'throttled', 30_000],
    ['too many for nobody knows how long', { status: 429 }, 'throttled', undefined],
    ['trouble at Slack', { status: 500 }, 'unreachable', undefined],
    ['a gateway that gives up', { status: 504, body: '<html>504</html>' }, 'unreachable', undefined],
    ['a page of a proxy', { body: '<html>Sign in, Mei Tan</html>' }, 'unreachable', undefined],
    ['an answer that was cut off', { body: '{"ok":tr' }, 'unreachable', undefined],
    ['nothing', { body: '' }, 'unreachable', undefined],
  ] as const satisfies readonly (readonly [string, SlackTrouble, FaultKind, number | undefined])[])
    it(`${what} is ${kind}`, async () => {
      const fault = await after(trouble)
      assert(fault instanceof OutsideFault, String(fault))
      assert.deepEqual([fault.facts.kind, fault.facts.retryAfterMs], [kind, retryAfterMs])
      assert(!`${fault.message} ${JSON.stringify(fault.facts)}`.includes('Mei'))
    })

  it('nobody there is unreachable', async () => {
    await world.close()
    const fault = await after({})
    assert(fault instanceof OutsideFault, String(fault))
    assert.equal(fault.facts.kind, 'unreachable')
  })

  for (const code of ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])
    it(`${code} asks for a simpler rendering`, async () => {
      assert((await after({ error: code })) instanceof RefusedBlocks)
    })
  it('what can only be a slip of ours is an error, and says which', async () => {
    const slip = await after({ error: 'invalid_arguments' })
    assert(slip instanceof Error && !(slip instanceof OutsideFault))
    assert.match(slip.message, /invalid_arguments/)
  })
})
