const signature = '\x89PNG\r\n\x1a\n'

/** Why a file cannot be the icon of the app, as its header tells; null when it can. Both icons are square. */
export function iconFault(bytes: Buffer, side: number, transparent: boolean): string | null {
  if (bytes.length < 26 || bytes.toString('latin1', 0, 8) !== signature || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return 'is no PNG'
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (width !== side || height !== side) return `must be ${side} by ${side} pixels and is ${width} by ${height}`
  return transparent && !hasTransparency(bytes) ? 'must be white on a transparent ground and has no transparency' : null
}

/** An alpha channel (kinds 4 and 6), or single colours said to be transparent before the picture begins. */
function hasTransparency(bytes: Buffer): boolean {
  const kind = bytes[25]
  return kind === 4 || kind === 6 || bytes.subarray(0, bytes.indexOf('IDAT')).includes('tRNS')
}
