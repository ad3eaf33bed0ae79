import { openLowdbStore } from '../../adapters/lowdb/lowdb-store.ts'
import { now, temporaryFolders } from '../adapters/lowdb/folders.ts'
import { describeDeskStore } from './desk-store.contract.ts'

describe('the lowdb store', () => {
  const freshFolder = temporaryFolders()
  // Pages of two entries show that moving them changes nothing that anybody can see.
  for (const pageSize of [500, 2]) {
    let folder = ''
    const open = () => openLowdbStore(folder, { now, pageSize })
    describeDeskStore(`with audit pages of ${pageSize}`, {
      open() {
        folder = freshFolder()
        return open()
      },
      async reopen(store) {
        await store.close()
        return open()
      },
    })
  }
})
