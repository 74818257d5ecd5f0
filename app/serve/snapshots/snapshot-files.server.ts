import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { keepWhole, namesIn, readWhole } from '#app/platform/keep-whole.server.ts'

/** How the files of one kind of snapshot end, and how many characters of them name their content. */
export interface FileKind {
  readonly suffix: string
  readonly versionLength: number
}

/** Where a shop's newest snapshot lies. A domain that `readShopId` let through is safe in a path. */
const fileOf = (folder: string, { suffix }: FileKind, shop: ShopId) => join(folder, `${shop}${suffix}`)

/** Puts a snapshot in the place of the last one. */
export async function keepFile(folder: string, kind: FileKind, shop: ShopId, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  await keepWhole(fileOf(folder, kind, shop), bytes)
}

/** The bytes of a shop's newest snapshot; undefined where there is none. */
export function readStored(folder: string, kind: FileKind, shop: ShopId): Promise<Buffer | undefined> {
  return readWhole(fileOf(folder, kind, shop))
}

export async function dropFile(folder: string, kind: FileKind, shop: ShopId): Promise<void> {
  await rm(fileOf(folder, kind, shop), { force: true })
}

/** Every shop that has a file. */
export async function storedShops(folder: string, { suffix }: FileKind): Promise<ShopId[]> {
  const names = await namesIn(folder)
  return names.filter((name) => name.endsWith(suffix)).flatMap((name) => readShopId(name.slice(0, -suffix.length)) ?? [])
}

/** The version that a shop's file claims to be, without reading it whole. */
export async function storedVersion(folder: string, kind: FileKind, shop: ShopId): Promise<string | undefined> {
  const file = await open(fileOf(folder, kind, shop)).catch(() => undefined)
  if (!file) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(kind.versionLength), 0, kind.versionLength, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
