import { GraphQLError } from 'graphql'

export interface Term {
  /** Null: a bare word, looked for in whatever the resource thinks is text. */
  readonly field: string | null
  readonly comparator: '=' | '<' | '<=' | '>' | '>='
  readonly value: string
  readonly negated: boolean
}

/** What each field of a resource means; `text` is what bare words are looked for in. */
export interface Filters<T> {
  readonly text: (node: T) => string
  readonly fields: Readonly<Record<string, (node: T, term: Term) => boolean>>
}

/**
 * The nodes that a search in Shopify's syntax finds: terms that must all hold, `field:value`, quotes, comparators, `-` and
 * NOT. A filter or an operator that is not known here is refused rather than ignored.
 */
export function search<T>(nodes: readonly T[], query: string | null | undefined, { text, fields }: Filters<T>): readonly T[] {
  const checks = readTerms(query ?? '').map((term) => {
    const check = term.field === null ? (node: T) => foundIn(text(node), term.value) : fields[term.field]
    if (!check) throw unsupported(`filter "${term.field}" in search "${query}"`)
    return (node: T): boolean => check(node, term) !== term.negated
  })
  return checks.length === 0 ? nodes : nodes.filter((node) => checks.every((check) => check(node)))
}

/** Equal, letter case aside; `*` at the end stands for any rest. */
export function sameText(found: string, { value }: Term): boolean {
  const [had, wanted] = [found.toLowerCase(), value.toLowerCase()]
  return wanted.endsWith('*') ? had.startsWith(wanted.slice(0, -1)) : had === wanted
}

/** Compares an ISO time or a number with the term's. Throws where the term's value is neither. */
export function compared(found: number, { comparator, value }: Term): boolean {
  const wanted = /^\d+$/.test(value) ? Number(value) : Date.parse(value)
  if (Number.isNaN(wanted)) throw unsupported(`value "${value}" in a search`)
  switch (comparator) {
    case '=':
      return found === wanted
    case '<':
      return found < wanted
    case '<=':
      return found <= wanted
    case '>':
      return found > wanted
    case '>=':
      return found >= wanted
  }
}

const TOKEN = /\s*(-|NOT\s+)?(?:([a-z_]+):)?(<=|>=|<|>)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\S+))/y

function readTerms(query: string): Term[] {
  const terms: Term[] = []
  const pattern = new RegExp(TOKEN)
  const whole = query.trimEnd()
  while (pattern.lastIndex < whole.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(whole)
    if (!match) throw unsupported(`search "${query}" at ${at}`)
    const [, not, field, comparator, double, single, bare] = match
    if (bare === 'AND') continue
    if (bare === 'OR' || /[()]/.test(bare ?? '')) throw unsupported(`operator "${bare}" in search "${query}"`)
    const value = (double ?? single ?? bare ?? '').replace(/\\(.)/g, '$1')
    terms.push({ field: field ?? null, comparator: (comparator ?? '=') as Term['comparator'], value, negated: not !== undefined })
  }
  return terms
}

function foundIn(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase().replace(/\*$/, ''))
}

function unsupported(what: string): GraphQLError {
  return new GraphQLError(`The local shop does not know the ${what}`, { extensions: { code: 'BAD_REQUEST' } })
}
