import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readShopId, type ShopId } from '#app/commerce/ids.ts'
import { VERSION_LENGTH } from './published-snapshot.server.ts'

const SUFFIX = '.published'

/** Where a shop's newest snapshot lies. A domain that `readShopId` let through is safe in a path. */
const fileOf = (folder: string, shop: ShopId) => join(folder, `${shop}${SUFFIX}`)

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

/** Every shop that has a file. */
export async function keptShops(folder: string): Promise<ShopId[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.endsWith(SUFFIX)).flatMap((name) => readShopId(name.slice(0, -SUFFIX.length)) ?? [])
}

/** Removes what a process that was killed had begun to write before `time` (milliseconds); a living one's is younger. */
export async function dropUnfinished(folder: string, time: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => one.includes(`${SUFFIX}.`))) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs < time) await rm(path, { force: true })
  }
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
