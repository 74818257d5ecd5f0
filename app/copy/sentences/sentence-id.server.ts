import { createHash } from 'node:crypto'

/** The id of a sentence that is told by these parts, the same every time: a UUID of version 8 (RFC 9562) out of their SHA-256. */
export function sentenceId(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
