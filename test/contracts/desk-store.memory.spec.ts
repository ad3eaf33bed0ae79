import { memoryStore } from '../kit/memory-store.ts'
import { describeDeskStore } from './desk-store.contract.ts'

describeDeskStore('the store in memory', { open: async () => memoryStore() })
