import { tellingStore } from '../../bot/telling-store.ts'
import { memoryStore } from '../kit/memory-store.ts'
import { describeDeskStore } from './desk-store.contract.ts'

describeDeskStore('a store that tells of its commits', {
  open: async () => tellingStore(memoryStore(), () => undefined),
})
