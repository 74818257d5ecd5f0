import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { EVERY_PLACEMENT } from '#app/commerce/placement.ts'
import { toWire } from '#app/serve/wire.ts'
import type { Notes } from '#app/slots/note.ts'
import { unconditionalCards } from '#app/slots/unconditional-cards.ts'
import { aPage } from '../../../test/a/notes.ts'
import { versionOf } from './checked-bytes.server.ts'
import { readPublished, writePublished } from './published-snapshot.server.ts'

const SHOP = 'ours.myshopify.com' as ShopId
const aCard = fc.record({
  p: fc.integer({ min: 1 }).map((id) => id as ProductId),
  by: fc.constantFrom('rule', 'popular'),
  ref: fc.string(),
})
const aSlot = (count: number) =>
  fc.record({ lock: fc.constantFrom('locked' as const, 'open' as const), cards: fc.subarray([...Array(count).keys()]) })
const notes = fc
  .array(aCard, { maxLength: 4 })
  .chain((cards) =>
    fc
      .dictionary(fc.constantFrom(...EVERY_PLACEMENT), fc.array(aSlot(cards.length), { minLength: 1, maxLength: 2 }))
      .map((slots): Notes => ({ v: 2, cards, slots })),
  )
const pages = fc
  .uniqueArray(fc.tuple(fc.nat(Number.MAX_SAFE_INTEGER), notes), { selector: ([id]) => id })
  .map((pairs) => new Map(pairs as [ProductId, Notes][]))

describe('a snapshot of what is published', () => {
  it('gives back what is published of each page, and what stands there for whoever says nothing, and nothing of any other', () => {
    fc.assert(
      fc.property(pages, fc.integer({ min: 1 }), (published, other) => {
        const snapshot = readPublished(writePublished(SHOP, published))
        if (typeof snapshot === 'string') throw new Error(snapshot)
        expect(snapshot.shop).toBe(SHOP)
        for (const [product, notes] of published) {
          const page = snapshot.pageOf(product)!
          expect(page.notes()).toEqual(notes)
          for (const placement of EVERY_PLACEMENT) {
            const [slot] = notes.slots[placement] ?? []
            const standing = page.standing(placement)
            if (!slot) expect(standing).toBeUndefined()
            else expect(JSON.parse(standing!)).toEqual(toWire(unconditionalCards(notes, slot)))
          }
        }
        if (!published.has(other as ProductId)) expect(snapshot.pageOf(other as ProductId)).toBeUndefined()
      }),
    )
  })

  it('has one name for one content, in whatever order it came', () => {
    const [one, two]: [ProductId, Notes][] = [
      [1 as ProductId, aPage([])],
      [2 as ProductId, aPage([3])],
    ] as [[ProductId, Notes], [ProductId, Notes]]
    const version = versionOf(writePublished(SHOP, new Map([one!, two!])))
    expect(versionOf(writePublished(SHOP, new Map([two!, one!])))).toBe(version)
    expect(versionOf(writePublished(SHOP, new Map([one!])))).not.toBe(version)
    expect(versionOf(writePublished('theirs.myshopify.com' as ShopId, new Map([one!, two!])))).not.toBe(version)
  })

  it('is refused when it was cut short or altered, wherever', () => {
    const whole = writePublished(SHOP, new Map([[7 as ProductId, aPage([8])]]))
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
    const rest = `\ntandem-published-2\n${SHOP}\n${lines.join('')}`
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
        for (const [, id] of lines.join('').matchAll(/^(\d+) .*$/gm)) expect(read.pageOf(Number(id) as ProductId)).toBeDefined()
      }),
    )
  })
})
