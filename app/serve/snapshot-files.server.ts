import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ShopId } from '#app/commerce/ids.ts'

/** Where a shop's newest snapshot lies. A domain that `readShopId` let through is safe in a path. */
const fileOf = (folder: string, shop: ShopId) => join(folder, `${shop}.published`)

/** Puts a snapshot in the place of the last one: whoever reads gets either, whole, even where the machine stops midway. */
export async function keepFile(folder: string, shop: ShopId, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  const unfinished = `${fileOf(folder, shop)}.${randomUUID()}`
  const file = await open(unfinished, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, fileOf(folder, shop))
}

/** The bytes of a shop's newest snapshot; undefined where there is none. */
export async function readKept(folder: string, shop: ShopId): Promise<Buffer | undefined> {
  try {
    return await readFile(fileOf(folder, shop))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export async function dropFile(folder: string, shop: ShopId): Promise<void> {
  await rm(fileOf(folder, shop), { force: true })
}
