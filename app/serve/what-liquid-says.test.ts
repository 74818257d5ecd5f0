import { describe, expect, it } from 'vitest'
import type { ProductId } from '#app/commerce/ids.ts'
import type { CardNote, Notes } from '#app/slots/note.ts'
import { anAsk } from '../../test/a/ask.ts'
import { somePage } from '../../test/a/notes.ts'
import { chooseCards } from './choose-cards.ts'
import type { OfferRequest } from './read-offer-request.ts'
import type { ServedShop } from './served-shop.ts'

const card = (p: number, by = 'rule', more: Partial<CardNote> = {}): CardNote => ({ p: p as ProductId, by, ref: `${by}-${p}`, ...more })
const shopOf = (notes: Notes): ServedShop => ({
  pageOf: () => ({ notes: () => notes, standing: () => undefined }),
  offerable: undefined,
  nextFor: [],
})
const chosen = (ask: OfferRequest, shop: ServedShop) => chooseCards(ask, shop, 0).map(({ product, by }) => `${product} ${by}`)

describe('what only Liquid knows', () => {
  const ifs = [{ kind: 'cart-contains', of: { kind: 'type', names: ['toy'] } }, { kind: 'signed-in' }]
  const published = somePage([card(1, 'rule', { if: 0 }), card(2, 'rule', { if: 1 })], 'home', 'locked', ifs)
  const told = (mark: string, ...holding: number[]) => anAsk({ cart: [], told: new Map([[mark, new Set(holding)]]) })

  it('is believed of the guards that it was said of', () => {
    const shop = shopOf({ ...published, mark: 'now' })
    expect(chosen(told('now', 0), shop)).toEqual(['1 rule'])
    expect(chosen(told('now'), shop)).toEqual([])
  })

  it('says nothing of guards that were published since', () => {
    const shop = shopOf({ ...published, mark: 'now' })
    expect(chosen(told('before', 0), shop)).toEqual(['2 rule'])
    expect(chosen(anAsk(), shop)).toEqual(['2 rule'])
  })

  it('tells which products the collection on the page holds', () => {
    const here = shopOf(somePage([card(1, 'popular', { here: true }), card(2, 'popular', { here: true })], 'collection', 'locked'))
    expect(chosen(anAsk({ placement: 'collection', held: new Set([2] as ProductId[]) }), here)).toEqual(['2 popular'])
    expect(chosen(anAsk({ placement: 'collection' }), here)).toEqual([])
  })
})
