import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { keepWhole, namesIn, readWhole } from '#app/keep-whole.server.ts'
import { VERSION_LENGTH } from './published-snapshot.server.ts'

const SUFFIX = '.published'

/** Where a shop's newest snapshot lies. A domain that `readShopId` let through is safe in a path. */
const fileOf = (folder: string, shop: ShopId) => join(folder, `${shop}${SUFFIX}`)

/** Puts a snapshot in the place of the last one. */
export async function keepFile(folder: string, shop: ShopId, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  await keepWhole(fileOf(folder, shop), bytes)
}

/** The bytes of a shop's newest snapshot; undefined where there is none. */
export function readKept(folder: string, shop: ShopId): Promise<Buffer | undefined> {
  return readWhole(fileOf(folder, shop))
}

export async function dropFile(folder: string, shop: ShopId): Promise<void> {
  await rm(fileOf(folder, shop), { force: true })
}

/** Every shop that has a file. */
export async function keptShops(folder: string): Promise<ShopId[]> {
  const names = await namesIn(folder)
  return names.filter((name) => name.endsWith(SUFFIX)).flatMap((name) => readShopId(name.slice(0, -SUFFIX.length)) ?? [])
}

/** The version that a shop's file claims to be, without reading it whole. */
export async function keptVersion(folder: string, shop: ShopId): Promise<string | undefined> {
  const file = await open(fileOf(folder, shop)).catch(() => undefined)
  if (!file) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(VERSION_LENGTH), 0, VERSION_LENGTH, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}
