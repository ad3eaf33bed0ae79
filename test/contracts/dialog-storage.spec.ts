import { MemoryStorage } from 'botbuilder-core'
import { openLowdbDialogStorage, type DialogStorage } from '../../adapters/lowdb/lowdb-dialog-storage.ts'
import { now, temporaryFolders } from '../adapters/lowdb/folders.ts'
import { describeDialogStorage } from './dialog-storage.contract.ts'

// The contract is botbuilder's, not ours: its own storage keeps it too.
describeDialogStorage('the dialog storage of botbuilder', { open: async () => new MemoryStorage() })

describe('in a file', () => {
  const freshFolder = temporaryFolders()
  let folder = ''
  const onDamaged = () => {
    throw new Error('nothing is damaged here')
  }
  describeDialogStorage('the dialog storage of lowdb', {
    open() {
      folder = freshFolder()
      return openLowdbDialogStorage(folder, { now, onDamaged })
    },
    async reopen(storage) {
      await (storage as DialogStorage).close()
      return openLowdbDialogStorage(folder, { now, onDamaged })
    },
  })
})
