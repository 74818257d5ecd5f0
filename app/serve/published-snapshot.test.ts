import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { versionOf } from './checked-bytes.server.ts'
import { readPublished, writePublished } from './published-snapshot.server.ts'
import type { WireAnswer } from './wire.ts'

const SHOP = 'ours.myshopify.com' as ShopId
const anAnswer = fc
  .array(fc.record({ product: fc.integer({ min: 1 }), by: fc.constantFrom('rule', 'bought-together'), ref: fc.string() }), { maxLength: 4 })
  .map((cards): WireAnswer => ({ v: 1, cards }))
const answers = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), anAnswer), { selector: ([id]) => id })
  .map((pairs) => new Map(pairs as [ProductId, WireAnswer][]))

describe('a snapshot of what is published', () => {
  it('gives back each product’s answer, and none for any other', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1 }), (published, other) => {
        const snapshot = readPublished(writePublished(SHOP, published))
        if (typeof snapshot === 'string') throw new Error(snapshot)
        expect(snapshot.shop).toBe(SHOP)
        for (const [product, answer] of published) {
          const found = snapshot.answerOf(product)
          expect(JSON.parse(Buffer.from(found!).toString())).toEqual(answer)
        }
        if (!published.has(other as ProductId)) expect(snapshot.answerOf(other as ProductId)).toBeUndefined()
      }),
    )
  })

  it('has one name for one content, in whatever order it came', () => {
    const one: [ProductId, WireAnswer] = [1 as ProductId, { v: 1, cards: [] }]
    const two: [ProductId, WireAnswer] = [2 as ProductId, { v: 1, cards: [{ product: 3, by: 'rule', ref: 'r' }] }]
    const version = versionOf(writePublished(SHOP, new Map([one, two])))
    expect(versionOf(writePublished(SHOP, new Map([two, one])))).toBe(version)
    expect(versionOf(writePublished(SHOP, new Map([one])))).not.toBe(version)
    expect(versionOf(writePublished('theirs.myshopify.com' as ShopId, new Map([one, two])))).not.toBe(version)
  })

  it('is refused when it was cut short or altered, wherever', () => {
    const whole = writePublished(SHOP, new Map([[7 as ProductId, { v: 1, cards: [{ product: 8, by: 'rule', ref: 'r' }] }]]))
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(readPublished(whole.subarray(0, at))).toBeTypeOf('string')
        const altered = Buffer.from(whole)
        altered[at]! ^= change
        expect(readPublished(altered)).toBeTypeOf('string')
      }),
    )
    expect(readPublished(Buffer.alloc(0))).toBeTypeOf('string')
  })

  /** Bytes whose checksum is right, whatever is in them. */
  const whole = (...lines: string[]): Buffer => {
    const rest = `\ntandem-published-1\n${SHOP}\n${lines.join('')}`
    return Buffer.from(createHash('sha256').update(rest).digest('hex') + rest)
  }

  it.each([
    ['its last line does not end', ['7 {}\n', '8 {}'], 'its line 2 does not end'],
    ['a line names no product', ['7 {}\n', '{}\n'], 'its line 2 begins with no product'],
    ['a line is empty', ['\n'], 'its line 1 begins with no product'],
    ['a line has no answer', ['7\n'], 'its line 1 begins with no product'],
    ['a number is none', ['-7 {}\n'], 'its line 1 begins with no product'],
    ['a number is too long', [`1${'0'.repeat(16)} {}\n`], 'its line 1 begins with no product'],
    ['its products do not rise', ['8 {}\n', '7 {}\n'], 'its line 2 is of a product that belongs before it'],
    ['a product comes twice', ['7 {}\n', '7 {}\n'], 'its line 2 is of a product that belongs before it'],
  ])('is refused where %s, though its checksum fits', (_, lines, why) => {
    expect(readPublished(whole(...lines))).toBe(why)
  })

  it('is read or refused, whatever its lines hold, and finds what it was read with', () => {
    const line = fc.string({ unit: fc.constantFrom('1', '2', ' ', '\n', '{}', '-', '.') })
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const read = readPublished(whole(...lines))
        if (typeof read === 'string') return
        for (const [, id, answer] of lines.join('').matchAll(/^(\d+) (.*)$/gm))
          expect(String(read.answerOf(Number(id) as ProductId))).toBe(answer)
      }),
    )
  })
})
