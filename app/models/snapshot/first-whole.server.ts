import type { PageLists } from '#app/models/candidates/page-lists.ts'
import { keepModelFile, readModel, readModelFile, type ModelName } from './model-files.server.ts'

export interface StoredModel {
  readonly lists: PageLists
  readonly version: string
}

/**
 * The first of these models that is whole: in its file, or as `fetch` brings it, which then takes the place of its file.
 * `fetch` brings undefined where the model is gone. `tell` hears of each file, and of all else, that was refused.
 */
export async function firstWhole(
  folder: string,
  names: readonly ModelName[],
  fetch: (name: ModelName) => Promise<Uint8Array | undefined>,
  tell: (name: ModelName, why: string) => void,
): Promise<StoredModel | undefined> {
  for (const name of names) {
    const { version } = name
    const kept = await readModelFile(folder, name)
    if (typeof kept === 'object') return { lists: kept, version }
    if (kept) tell(name, `of its file ${kept}`)

    const bytes = await fetch(name)
    if (!bytes) continue
    const lists = readModel(bytes, version)
    if (typeof lists === 'object') {
      // Without its file it serves all the same.
      await keepModelFile(folder, name, bytes).catch((error: Error) => tell(name, `no file could be kept: ${error.message}`))
      return { lists, version }
    }
    tell(name, lists)
  }
  return undefined
}
