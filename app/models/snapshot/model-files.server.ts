import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import type { PageLists } from '#app/models/candidates/page-lists.ts'
import { keepWhole, namesIn, readWhole } from '#app/platform/keep-whole.server.ts'
import { readSnapshot } from './snapshot.ts'

/** Names one model of one shop, and exactly its bytes: a version is the start of their SHA-256, in hex. */
export interface ModelName {
  readonly shop: ShopId
  readonly version: string
}

const DIGITS = 12
const FILE_NAME = new RegExp(`^(.+)\\.([0-9a-f]{${DIGITS}})\\.model$`)

export function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS)
}

/** A domain that `readShopId` let through is safe in a path. */
export function fileNameOf({ shop, version }: ModelName): string {
  return `${shop}.${version}.model`
}

/** The lists in bytes that `writeSnapshot` made; a string says why these are not what the version names. */
export function readModel(bytes: Uint8Array, version: string): PageLists | string {
  if (versionOf(bytes) !== version) return 'its checksum does not fit'
  // A buffer of its own, where numbers lie as the processor wants them.
  return readSnapshot(new Uint8Array(bytes))
}

/** The lists in a model's file; a string says why there are none, undefined where there is no file that can be read. */
export async function readModelFile(folder: string, name: ModelName): Promise<PageLists | string | undefined> {
  const bytes = await readWhole(join(folder, fileNameOf(name))).catch(() => undefined)
  return bytes && readModel(bytes, name.version)
}

/** Puts a model into its file. Without the folder there is nobody who would look after the file, and none is kept. */
export async function keepModelFile(folder: string, name: ModelName, bytes: Uint8Array): Promise<void> {
  try {
    await keepWhole(join(folder, fileNameOf(name)), bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

export async function dropModelFile(folder: string, name: ModelName): Promise<void> {
  await rm(join(folder, fileNameOf(name)), { force: true })
}

/** Every model that has a file. */
export async function storedModels(folder: string): Promise<ModelName[]> {
  const names = await namesIn(folder)
  return names.flatMap((name) => {
    const [, domain, version = ''] = FILE_NAME.exec(name) ?? []
    const shop = readShopId(domain)
    return shop ? { shop, version } : []
  })
}
