import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { iconFault } from './app-icon.ts'
import { readTeamsManifest, translationFaults, type TeamsAppManifest } from './app-manifest-limits.ts'

/** What is uploaded to Teams: the manifest as it is in there, and the zip. */
export interface TeamsAppPackage {
  readonly manifest: TeamsAppManifest
  readonly zip: Uint8Array
}

/** Files of one build are the same as those of another: the date in the zip says nothing. */
const noDate = new Date(1980, 0, 1)

/**
 * Zips the app from the folder of its manifest, icons and languages. An id given here takes the place of those in the
 * manifest. Where Teams would refuse the app there is no zip, but every fault in a sentence.
 */
export async function teamsAppPackage(
  folder: string,
  appId: string | null,
): Promise<TeamsAppPackage | { readonly faults: readonly string[] }> {
  const faults: string[] = []
  const read = async (name: string) => {
    const bytes = await readFile(join(folder, name)).catch(absent)
    if (bytes === null) faults.push(`${name} is not in ${folder}`)
    return bytes
  }
  const readJson = async (name: string) => {
    const bytes = await read(name)
    try {
      return bytes && { bytes, value: JSON.parse(bytes.toString()) as unknown }
    } catch {
      faults.push(`${name} is no JSON`)
      return null
    }
  }

  const base = await readJson('manifest.json')
  if (base === null) return { faults }
  const found = readTeamsManifest(base.value)
  if ('faults' in found) return { faults: found.faults.map((fault) => `manifest.json: ${fault}`) }
  const manifest = withId(found.manifest, appId)

  const files: Record<string, Uint8Array> = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }
  for (const { name, side, transparent } of [
    { name: manifest.icons.color, side: 192, transparent: false },
    { name: manifest.icons.outline, side: 32, transparent: true },
  ]) {
    const bytes = await read(name)
    if (bytes === null) continue
    const fault = iconFault(bytes, side, transparent)
    if (fault !== null) faults.push(`${name} ${fault}`)
    files[name] = bytes
  }
  for (const { file } of manifest.localizationInfo.additionalLanguages) {
    const words = await readJson(file)
    if (words === null) continue
    faults.push(...translationFaults(manifest, words.value).map((fault) => `${file}: ${fault}`))
    files[file] = words.bytes
  }
  return faults.length > 0 ? { faults } : { manifest, zip: zipSync(files, { mtime: noDate }) }
}

function absent(fault: NodeJS.ErrnoException): null {
  if (fault.code === 'ENOENT') return null
  throw fault
}

function withId(manifest: TeamsAppManifest, appId: string | null): TeamsAppManifest {
  if (appId === null) return manifest
  return { ...manifest, id: appId, bots: manifest.bots.map((bot) => ({ ...bot, botId: appId })) }
}
