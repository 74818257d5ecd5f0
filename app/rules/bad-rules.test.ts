import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyRules } from '../../test/a/any-rule.ts'
import { luckOf, type Luck } from '../../test/a/luck.ts'
import { readRule } from './read-rule.ts'

const DOCUMENTS = 50_000

const nested = (kind: string, depth: number): unknown => {
  let inner: unknown = { kind: 'signed-in' }
  for (let at = 0; at < depth; at += 1) inner = { kind, of: kind === 'not' ? inner : [inner] }
  return inner
}
const cyclic: { kind: string; of: unknown[] } = { kind: 'all', of: [] }
cyclic.of.push(cyclic)

const JUNK: readonly (() => unknown)[] = [
  ...[null, undefined, true, NaN, Infinity, -1, 0.5, 2 ** 60, '', ' ', 'x'.repeat(100_000), '\u0000', '__proto__', [], {}, [[]]].map(
    (value) => () => value,
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

/** One place in the document, or a few, holds something else. */
function spoil(document: unknown, luck: Luck): unknown {
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

it('takes each of 50,000 spoilt documents whole, or refuses it with path and reason', () => {
  const luck = luckOf('spoilt rules')
  const good = fc.sample(anyRules, { numRuns: 400, seed: 4 }).flat()
  const outcomes = { rule: 0, refused: 0 }
  for (let at = 0; at < DOCUMENTS; at += 1) {
    const document = spoil(structuredClone(good[at % good.length]), luck)
    const read = readRule(document)
    outcomes[read.kind] += 1
    if (read.kind === 'rule') expect(readRule(JSON.parse(JSON.stringify(read.rule)))).toEqual(read)
    else if (read.faults.length === 0 || read.faults.some(({ path, message }) => typeof path !== 'string' || message === ''))
      expect.fail(`Refused without a reason: ${JSON.stringify(read)}`)
  }
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(outcomes.rule).toBeGreaterThan(100)
  expect(outcomes.refused).toBeGreaterThan(DOCUMENTS / 2)
}, 120_000)
