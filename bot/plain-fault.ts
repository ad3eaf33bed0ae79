/** Why the desk does not start, in a sentence that says what to do; most faults are one already. */
export function plainFault(fault: Error): string {
  const { code, address, port } = fault as NodeJS.ErrnoException & { address?: string; port?: number }
  if (code === 'EADDRINUSE' && port !== undefined) {
    return `Something listens on port ${port} of ${address ?? 'this machine'} already: stop it, or set PORT to another.`
  }
  return fault.message
}
