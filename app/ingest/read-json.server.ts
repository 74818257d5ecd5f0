import { readBytes } from './read-bytes.server.ts'

/** The JSON in a request's body; undefined where it is none, or exceeds `most` bytes. */
export async function readJson(request: Request, most: number): Promise<unknown> {
  const body = await readBytes(request, most)
  return body && parseJson(body)
}

/** The JSON that the bytes are in UTF-8; undefined where they are none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
