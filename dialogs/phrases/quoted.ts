/** Enough to know one's own words again; all of them would push what to do next out of sight. */
const longest = 80

/** Somebody's words as a reply repeats them. */
export function quoted(said: string): string {
  const letters = [...said.slice(0, 4 * longest)]
  return letters.length <= longest ? said : `${letters.slice(0, longest - 1).join('')}…`
}
