import assert from 'node:assert/strict'
import { policyReader } from '../../../adapters/policy-yaml/policy-reader.ts'
import { policyFindings } from '../../../bot/cli/policy-findings.ts'
import { createPolicyDesk } from '../../../domain/policy/policy-desk.ts'
import { openPolicyInForce } from '../../../domain/policy/policy-in-force.ts'
import { morning } from '../../kit/builders.ts'
import { memoryStore } from '../../kit/memory-store.ts'
import { defaultPolicy, ownPolicy } from '../../adapters/policy-yaml/a-policy-file.ts'
import { anOpenDesk } from '../an-open-desk.ts'

const sound = defaultPolicy

/** What the doctor says where this version rules, and this is what somebody made of the file since. */
async function says(ruling: string, edited: string | null, from: 'file' | 'default' = 'file') {
  const open = await anOpenDesk()
  const parts = { store: memoryStore(), now: () => morning, newId: () => 'id', reader: policyReader }
  const first = async () => ({ from, file: 'policy.yaml', text: ruling })
  const policies = createPolicyDesk({
    ...parts,
    inForce: await openPolicyInForce({ ...parts, first }),
    policies: { ...parts, draft: async () => (edited === null ? null : { file: 'policy.yaml', text: edited }) },
    secondFactors: { prove: async () => assert.fail('no code') },
  })
  const live = { ...open, config: { ...open.config, mode: 'live' as const }, desk: { ...open.desk, policies } }
  return (await policyFindings(live)).map(({ state, line }) => `${state} ${line}`)
}

describe('the doctor on the policy', () => {
  const ruling = 'policy: version 1 since Mar 31, 2025, 10:00 AM'

  it('is content where the file is what rules, whatever its comments say, and where there is none', async () => {
    assert.deepEqual(await says(sound, `# Edited on Monday.\n${sound}`), [`ok ${ruling}`])
    assert.deepEqual(await says(sound, null), [`ok ${ruling}`])
  })

  it('says that an edited file is not in force, and how it comes to be', async () => {
    assert.deepEqual(await says(sound, sound.replace('final notice days: 10', 'final notice days: 11')), [
      `look ${ruling}; policy.yaml says something else and is not in force: two people activate it. In chat, say “policy activate”`,
    ])
  })

  it('names the faults of a file that cannot be activated', async () => {
    assert.deepEqual(await says(sound, sound.replace('final notice days: 10', 'final notice days: ten')), [
      `wrong ${ruling}; policy.yaml cannot be activated: line 58: final notice days must be a number. Mend it, and see: npm run desk -- policy check`,
    ])
  })

  it('says where a policy of one’s own goes, and what an older desk took that this one would not', async () => {
    assert.deepEqual(await says(sound, null, 'default'), [
      `look ${ruling}, the default; for one of your own, put policy.yaml into the data folder and activate it`,
    ])
    const [, weak] = await says(ownPolicy, ownPolicy)
    assert.match(weak ?? '', /^look policy: version 1 was taken by an older desk; mend it when you edit it\. line 7: /)
  })
})
