import { nestsDeeperThan } from './json-depth.ts'
import { readBytes } from './read-bytes.server.ts'

/** Deeper than any rule or delivery. */
const MOST_DEPTH = 100

/** The JSON in a request's body; undefined where it does not call itself JSON, is none, or exceeds `most` bytes. */
export async function readJson(request: Request, most: number): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return undefined
  const body = await readBytes(request.body, most)
  return body && parseJson(body)
}

interface Reading {
  /** Whether bytes that are no UTF-8 make the whole unreadable; otherwise U+FFFD stands for them. */
  readonly fatal: boolean
  readonly parse: (text: string) => unknown
}

/** The JSON that the bytes are in UTF-8; undefined where they are none, or nest beyond reason. */
export function parseJson(bytes: Uint8Array, { fatal, parse }: Reading = { fatal: true, parse: JSON.parse }): unknown {
  if (nestsDeeperThan(MOST_DEPTH, bytes)) return undefined
  try {
    return parse(new TextDecoder('utf-8', { fatal }).decode(bytes))
  } catch {
    return undefined
  }
}
