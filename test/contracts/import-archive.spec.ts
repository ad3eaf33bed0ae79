import { openFileImportArchive } from '../../adapters/lowdb/file-import-archive.ts'
import { temporaryFolders } from '../adapters/lowdb/folders.ts'
import { describeImportArchive } from './import-archive.contract.ts'

describe('in files', () => {
  const freshFolder = temporaryFolders()
  let folder = ''
  describeImportArchive('the import archive', {
    open() {
      folder = freshFolder()
      return openFileImportArchive(folder)
    },
    reopen: () => openFileImportArchive(folder),
  })
})
