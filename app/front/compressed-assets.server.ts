import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { acceptedEncoding, type Encoding } from '#app/platform/http/accepted-encoding.ts'

const SUFFIX: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }
const SUFFIXES = Object.values(SUFFIX)
/** Types of what the build compresses; express would take a compressed file for one of its own kind. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
}

/**
 * What was compressed when the app was built, by what a browser accepts. `take` gives the name of the file to send instead of `name`
 * and says in the answer's headers what it is; undefined where the file as it is will do. A compressed file is a representation of
 * another's address and has none of its own.
 */
export function compressedAssets(folder: string) {
  const built = new Set(readdirSync(folder))
  const isRepresentation = (name: string): boolean => SUFFIXES.some((suffix) => name.endsWith(suffix))
  const take = (name: string, { headers }: IncomingMessage, outgoing: ServerResponse): string | undefined => {
    const type = TYPES[extname(name)]
    if (!type || !SUFFIXES.some((suffix) => built.has(name + suffix))) return undefined
    outgoing.setHeader('vary', 'Accept-Encoding')
    outgoing.setHeader('content-type', type)
    const encoding = acceptedEncoding([headers['accept-encoding'] ?? []].flat().join())
    if (!encoding || !built.has(name + SUFFIX[encoding])) return undefined
    outgoing.setHeader('content-encoding', encoding)
    return name + SUFFIX[encoding]
  }
  return { isRepresentation, take }
}
