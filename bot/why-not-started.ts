/**
 * Why the desk did not start, or its console found no way in: a sentence that says what to do; with the stack where
 * that was asked for.
 */
export function whyNotStarted(fault: unknown, logLevel: string | undefined): string {
  if (!(fault instanceof Error)) return String(fault)
  if (logLevel === 'debug' || logLevel === 'trace') return fault.stack ?? fault.message
  const { code, syscall, address, port, path } = fault as NodeJS.ErrnoException & { address?: string; port?: number }
  // A socket in the data folder has an address and no port.
  const place = path ?? (port === undefined ? address : undefined)
  switch (code) {
    case 'EADDRINUSE':
      return (
        `Port ${port} is taken, perhaps by another desk or its local Teams client. ` +
        `Stop that one, or choose another: PORT=${port === 4978 || port === 4979 ? 5978 : 4978} npm start`
      )
    case 'EACCES':
    case 'EPERM':
      return place === undefined
        ? `Port ${port} may not be used by this account. Choose one above 1024, as PORT.`
        : `${place} may not be used by this account. Give it the right to, or choose another folder as DESK_DATA.`
    case 'EINVAL':
      // The console's socket lies in the data folder, and a socket's path holds some hundred bytes.
      return syscall === 'listen' || syscall === 'connect'
        ? `${address} is too long a path for a socket. Choose a folder with a shorter one, as DESK_DATA.`
        : fault.message
    case 'ENOSPC':
      return 'The disk is full. Make room, then start again: nothing was lost.'
    default:
      return fault.message
  }
}
