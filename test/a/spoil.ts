import type { Luck } from './luck.ts'

const nested = (kind: string, depth: number): unknown => {
  let inner: unknown = { kind: 'signed-in' }
  for (let at = 0; at < depth; at += 1) inner = { kind, of: kind === 'not' ? inner : [inner] }
  return inner
}
const cyclic: { kind: string; of: unknown[] } = { kind: 'all', of: [] }
cyclic.of.push(cyclic)

const JUNK: readonly (() => unknown)[] = [
  ...[null, undefined, true, NaN, Infinity, -1, 0.5, 2 ** 60, '', ' ', 'x'.repeat(100_000), '\u0000', '__proto__', [], {}, [[]]].map(
    (value) => () => structuredClone(value),
  ),
  () => JSON.parse('{"__proto__": {"kind": "all", "of": []}, "kind": "all", "of": []}') as unknown,
  () => ({ kind: '__proto__' }),
  () => ({ kind: 'constructor', of: [] }),
  () => ({ kind: 'tag', names: ['a'], extra: 1 }),
  () => ({ kind: 'tag', names: Array.from({ length: 5000 }, (_, at) => `t${at}`) }),
  () => ({ kind: 'any', of: Array.from({ length: 51 }, () => ({ kind: 'signed-in' })) }),
  () => ({ kind: 'all', of: Array.from({ length: 40 }, () => nested('all', 3)) }),
  () => ({ kind: 'price', atLeast: 5, atMost: 1 }),
  () => ({ kind: 'date', from: '2026-02-30', to: null }),
  () => ({ kind: 'metafield', name: '$app', names: ['(a+)+$'] }),
  () => ({ kind: 'product', ids: [Number.MAX_SAFE_INTEGER, 1] }),
  () => nested('not', 8),
  () => nested('all', 9),
  () => nested('any', 20_000),
  () => cyclic,
  () => Object.create(null) as unknown,
  () => new Map([['kind', 'all']]),
  () => () => {},
]

/** The document with something else in one place or a few: of the wrong kind, too large, too deep, cyclic, hostile. */
export function spoil(document: unknown, luck: Luck): unknown {
  const whole = { document }
  for (let times = 1 + luck.below(3); times > 0; times -= 1) {
    let at: Record<string, unknown> = whole
    for (let key = 'document'; ; key = luck.pick(Object.keys(at))) {
      const inside = at[key]
      const isLeaf = inside === null || typeof inside !== 'object' || Object.keys(inside).length === 0
      if (isLeaf || luck.chance(0.2)) {
        if (luck.chance(0.15)) delete at[key]
        else at[luck.chance(0.1) ? '__proto__x' : key] = luck.pick(JUNK)()
        break
      }
      at = inside as Record<string, unknown>
      if (at === (cyclic as unknown)) break
    }
    if (whole.document === null || typeof whole.document !== 'object') break
  }
  return whole.document
}

/** What a file could hold of a document; undefined where none could. */
export function asInFile(document: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(document))
  } catch {
    return undefined
  }
}
