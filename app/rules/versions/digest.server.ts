import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'

/** SHA-256 of the canonical text of a set or a document, in hex: one name for one content. */
export function digestOf(set: object): string {
  return createHash('sha256').update(canonical(set)).digest('hex')
}
