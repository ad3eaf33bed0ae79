import { globSync } from 'node:fs'

/**
 * What is not told through a wire, with the reason: whole files of test/dialogs, or single specs of them by their title.
 */
export type ToldElsewhere = Readonly<Record<string, string | Readonly<Record<string, string>>>>

type It = (title: string, told?: unknown) => unknown

/**
 * Every conversation there is, or those of some files, told once more; each file anew, as modules are loaded once for
 * each address.
 */
export async function tellAgain(through: string, but: ToldElsewhere, only?: readonly string[]): Promise<void> {
  const files = globSync('test/dialogs/**/*.spec.ts').map((file) => file.replace(/^test\/dialogs\//, ''))
  const unknown = Object.keys(but).filter((name) => !files.includes(name))
  for (const file of files.sort()) {
    if (only && !only.includes(file)) continue
    const left = but[file] ?? {}
    // Grammar and catalogues know no chat.
    if (typeof left === 'string' || /^(?:understanding\/|words\/|corpus\.)/.test(file)) continue
    const met = await without(
      Object.keys(left),
      () => import(new URL(`../dialogs/${file}?${through}`, import.meta.url).href),
    )
    unknown.push(...Object.keys(left).filter((title) => !met.has(title)))
  }
  if (unknown.length > 0) throw new Error(`told elsewhere, but not to be found: ${unknown.join(', ')}`)
}

/** Loads a file of specs, some of which are not registered; says which of them there were. */
async function without(titles: readonly string[], load: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const met = new Set<string>()
  const specs = globalThis as unknown as { it: It }
  const it = specs.it
  specs.it = Object.assign((title: string, told?: unknown) => {
    if (!titles.includes(title)) return it(title, told)
    met.add(title)
    return { timeout: () => undefined }
  }, it)
  try {
    await load()
  } finally {
    specs.it = it
  }
  return met
}
