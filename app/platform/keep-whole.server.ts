import { randomUUID } from 'node:crypto'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const UNFINISHED = '.unfinished'

/**
 * Puts bytes at `path`, in the place of what was there: whoever reads gets either, whole, even where the machine stops midway.
 * The folder must be there. Throws what keeps the file from being written.
 */
export async function keepWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** What lies at `path`; undefined where there is nothing. */
export async function readWhole(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** The names of the files in a folder; none where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

/** Removes what a process that was killed had begun to write before `time` (milliseconds); a living one's is younger. */
export async function dropUnfinished(folder: string, time: number): Promise<void> {
  const names = await namesIn(folder)
  for (const name of names.filter((one) => one.endsWith(UNFINISHED))) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs < time) await rm(path, { force: true })
  }
}
