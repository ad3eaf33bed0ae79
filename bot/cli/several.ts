/** `1 row`, `2 rows`, `0 entries`: English as the console speaks it; chats speak every language, from the catalogues. */
export function several(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
