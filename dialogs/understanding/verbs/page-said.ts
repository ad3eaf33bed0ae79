/** Which page of a list was asked for; the first where none was. */
export function pageSaid(slots: Readonly<Record<string, string>>): number {
  return Number(slots['number'] ?? 1)
}
