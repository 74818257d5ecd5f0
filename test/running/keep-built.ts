import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { keepWhole, readWhole } from '#app/platform/keep-whole.server.ts'

const BUILT = '.data/functions'

/** What `build` makes of files that these patterns match, kept for whoever wants the same of the same files. */
export async function keepBuilt(sources: readonly string[], build: () => Promise<string>): Promise<string> {
  const hash = createHash('sha256')
  for (const path of globSync([...sources, 'package-lock.json']).toSorted()) hash.update(path).update(readFileSync(path))
  const file = `${BUILT}/${hash.digest('hex').slice(0, 16)}.js`
  const known = await readWhole(file)
  if (known) return known.toString('utf8')
  const code = await build()
  await mkdir(BUILT, { recursive: true })
  await keepWhole(file, Buffer.from(code))
  return code
}
