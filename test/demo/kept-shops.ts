import { mkdirSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ShopMemory } from '../simulator/shop-memory.ts'
import type { Simulator } from '../simulator/simulator.ts'

type Memories = ReadonlyMap<string, ShopMemory>

/** What the last start left; undefined where there was none, or its file cannot be read. */
export async function readKeptShops(path: string): Promise<Memories | undefined> {
  try {
    return new Map(JSON.parse(await readFile(path, 'utf8')) as [string, ShopMemory][])
  } catch {
    return undefined
  }
}

/** Writes the shops as they are, whole or not at all. */
export async function keepShops(path: string, simulator: Simulator): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, JSON.stringify([...simulator.remember()]))
  await rename(`${path}.new`, path)
}

/** Keeps the shops now, whenever something has happened in them (looked at every `seconds`), and at the end. Returns the end. */
export function keepKeeping(path: string, simulator: Simulator, seconds: number): () => Promise<void> {
  let changed = false
  for (const shop of simulator.shops.values()) shop.onEvent(() => (changed = true))
  const look = setInterval(() => {
    if (!changed) return
    changed = false
    void keepShops(path, simulator)
  }, seconds * 1_000)
  return async () => {
    clearInterval(look)
    await keepShops(path, simulator)
  }
}
