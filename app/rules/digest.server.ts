import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'
import type { RuleSet } from './rule-set.ts'

/** SHA-256 of the set's canonical text, in hex: one name for one set. */
export function digestOf(set: RuleSet): string {
  return createHash('sha256').update(canonical(set)).digest('hex')
}
