const address = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/

/** Whether an IP address, as a socket or a `HOST` setting names it, stays on this machine. */
export function isLoopbackAddress(text: string): boolean {
  return text === 'localhost' || address.test(text)
}

/** Whether a URL stays on this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return isLoopbackAddress(hostname.replace(/^\[|\]$/g, ''))
}
