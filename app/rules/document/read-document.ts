import type { Catalog } from '#app/catalog/catalog.ts'
import type { Fault } from '../read-rule.ts'
import { readRuleSet, type RuleSet, type RuleSetReading } from '../rule-set.ts'
import { findNamed } from './find-named.ts'
import { namingFieldOf } from './naming-field.ts'
import { ORIGIN } from './origin.ts'
import { FORM } from './write-document.ts'

/** Deeper than any document that could be read; what lies below is refused by those who read rules. */
const DEEPEST = 64

/**
 * Reads what `writeDocument` writes, or what somebody wrote by hand: whole and in order, or refused with the path and the
 * reason of every fault. A number is taken where it is of this shop: of its catalogue, or of `standing`, which may still
 * name what is gone.
 */
export function readDocument(document: unknown, catalog: Catalog, standing: RuleSet): RuleSetReading {
  if (typeof document !== 'object' || document === null || !('tandem' in document))
    return refused([{ path: '', message: `This is no document of rules: it does not begin with “tandem: ${FORM}”` }])
  const { tandem, from, ...written } = document as { readonly tandem: unknown; readonly from?: unknown }
  if (tandem !== FORM) return refused([{ path: 'tandem', message: `This form of document is not known here; ${FORM} is` }])

  const faults: Fault[] = []
  if (from !== undefined && !(typeof from === 'string' && ORIGIN.test(from)))
    faults.push({ path: 'from', message: 'This is not where an export says that it comes from; leave it out' })
  const find = findNamed(catalog, standing)
  const set = toIds(written, '', 0)
  const read = readRuleSet(set)
  if (read.kind === 'set' && faults.length === 0) return read
  const others = read.kind === 'refused' ? read.faults.map(({ path, message }) => ({ path: inDocument(path, written), message })) : []
  const known = new Set(faults.map(({ path }) => path))
  return refused([...faults, ...others.filter(({ path }) => !known.has(path))])

  function toIds(value: unknown, path: string, depth: number): unknown {
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return value
    const below = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
    if (Array.isArray(value)) return value.map((part, at) => toIds(part, below(at), depth + 1))
    const field = namingFieldOf(value)
    if (field && 'ids' in value) faults.push({ path: below('ids'), message: `A document names them under “${field}”` })
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        if (key !== field || !Array.isArray(part)) return [key === field ? 'ids' : key, toIds(part, below(key), depth + 1)]
        return ['ids', part.map((name, at) => idOf(find[field](name), name, `${below(key)}.${at}`))]
      }),
    )
  }

  function idOf(found: ReturnType<(typeof find)['products']>, name: unknown, path: string): unknown {
    if (found.kind === 'found') return found.id
    if (found.kind === 'missing') faults.push({ path, message: found.why })
    return name
  }
}

const refused = (faults: readonly Fault[]): RuleSetReading => ({ kind: 'refused', faults })

/** The path of a stored condition's part as the document has it. */
function inDocument(path: string, document: object): string {
  const keys: string[] = []
  let at: unknown = document
  for (const key of path.split('.')) {
    const field = typeof at === 'object' && at !== null ? namingFieldOf(at) : undefined
    keys.push(key === 'ids' && field ? field : key)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[keys.at(-1)!] : undefined
  }
  return keys.join('.')
}
