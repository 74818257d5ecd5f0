import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const ASSETS = 'build/client/assets'
const TEXT = /\.(js|css|svg|json)$/
/** Bytes below which the headers of an answer are most of it. */
const SHORT = 512

/**
 * Puts beside each built file of the admin what is sent of it, compressed as far as it goes: nobody waits for it here. After each of the
 * two builds: the list of routes, which every page loads, is written by that of the server.
 */
export function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    closeBundle: async () => {
      const names = new Set(await readdir(ASSETS).catch(() => []))
      const missing = [...names].filter((name) => TEXT.test(name) && !names.has(`${name}.br`))
      await Promise.all(missing.map((name) => compress(join(ASSETS, name))))
    },
  }
}

async function compress(path: string): Promise<void> {
  const whole = await readFile(path)
  if (whole.length < SHORT) return
  const small = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } }
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(whole, small),
    promisify(gzip)(whole, { level: constants.Z_BEST_COMPRESSION }),
  ])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
}
