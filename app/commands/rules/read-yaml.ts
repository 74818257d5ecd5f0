import { isAlias, isNode, isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml'
import type { Fault } from '#app/rules/read-rule.ts'

/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export type YamlReading =
  | {
      readonly kind: 'read'
      readonly value: unknown
      /** Where a path such as `rules.3.when` stands, or the nearest part above it that does. */
      readonly placeOf: (path: string) => Place
    }
  | { readonly kind: 'refused'; readonly faults: readonly (Fault & { readonly place: Place })[] }

/** A thousand rules take about one million characters. */
const LONGEST = 10_000_000
const FIRST: Place = { line: 1, column: 1 }
const SHOWN_FAULTS = 20
const OPTIONS = { stringKeys: true, uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const

/**
 * Reads a text that is YAML 1.2 or JSON, which is YAML as well: one document, every key once, nothing that stands for
 * something else (anchors, tags). Refused with the places of what is wrong; never throws.
 */
export function readYaml(text: string): YamlReading {
  if (text.length > LONGEST) return refuse([{ place: FIRST, message: `The file has more than ${LONGEST} characters` }])
  const lines = new LineCounter()
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  try {
    const document = parseDocument(text, { ...OPTIONS, lineCounter: lines })
    const wrong = [...document.errors, ...document.warnings]
    if (wrong.length > 0) return refuse(wrong.map(({ pos, message }) => ({ place: placeAt(pos[0]), message })))
    const ours = whatElseIsWrong(document)
    if (ours.length > 0) return refuse(ours.map(({ node, message }) => ({ place: placeAt(startOf(node)), message })))
    return { kind: 'read', value: document.toJS() as unknown, placeOf: (path) => placeAt(startOf(nearest(document, path))) }
  } catch (error) {
    // The parser walks by recursion: nested beyond its stack, nothing of a document is told.
    if (error instanceof RangeError) return refuse([{ place: FIRST, message: 'The file is nested too deep' }])
    throw error
  }
}

function refuse(faults: readonly { readonly place: Place; readonly message: string }[]): YamlReading {
  return { kind: 'refused', faults: faults.slice(0, SHOWN_FAULTS).map((fault) => ({ path: '', ...fault })) }
}

/** What the parser lets through: it would compare each key with every other of its map, so that is done here. */
function whatElseIsWrong(document: Document): { readonly node: Node; readonly message: string }[] {
  const wrong: { readonly node: Node; readonly message: string }[] = []
  visit(document, {
    Alias(_, node) {
      wrong.push({ node, message: 'Aliases are not read here: write out what it stands for' })
    },
    Map(_, { items }) {
      const known = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (known.has(key.value)) wrong.push({ node: key, message: 'Map keys must be unique' })
        known.add(key.value)
      }
    },
  })
  return wrong
}

function nearest(document: Document, path: string): Node | null {
  const keys = path === '' ? [] : path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true)
    if (isNode(node) && !isAlias(node)) return node
  }
  return document.contents as Node | null
}

const startOf = (node: Node | null): number => node?.range?.[0] ?? 0
