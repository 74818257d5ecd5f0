import { expect, test } from 'vitest'
import { aProduct, aVariant } from '../a/world.ts'
import { openOffersPage } from './offers-page.ts'

test('of what Liquid shows only in part a shopper gets a link to the product', async () => {
  const variant = (at: number, stock: number) => aVariant({ id: 9000 + at, title: `V${at}`, options: [`V${at}`], stock })
  const many = (stockOf: (at: number) => number) =>
    openOffersPage({
      offered: [aProduct({ id: 9, title: 'Many', variants: Array.from({ length: 300 }, (_, at) => variant(at, stockOf(at))) })],
    })
  // Sold out as far as Liquid looks; three to be had there and more beyond.
  for (const stockOf of [(at: number) => (at < 250 ? 0 : 5), (at: number) => (at % 90 === 0 ? 5 : 0)]) {
    const page = many(stockOf)
    expect(await page.titles()).toEqual(['Many'])
    const card = /<li class="tandem-card"[^>]*>[\s\S]*?<\/li>/.exec(await page.html())?.[0]
    expect(card).not.toMatch(/<select|<form|€<|€0\.00/)
    expect(card).toContain('class="tandem-card__button" href="/products/product-9"')
    expect(card).toContain('€12.50')
  }
})

test('a name is escaped once, wherever it stands', async () => {
  const title = 'A & B <i>'
  const offered = [
    aProduct({ id: 8, title, variants: ['S & M', 'L'].map((name, at) => aVariant({ id: 81 + at, title: name, options: [name] })) }),
    aProduct({ id: 9, title }),
  ]
  const need = { takes: 2, of: 'A & B <i>', holds: 4, packs: 1 }
  const html = await openOffersPage({ offered, notes: { 9: { by: 'rule', ref: 'a', need } } }).html()
  expect(html).toContain('2 × A &amp; B &lt;i&gt;')
  expect(html).toContain('A &amp; B &lt;i&gt;</span>')
  expect(html).toContain('S &amp; M')
  expect(html).not.toMatch(/&amp;(amp|lt|gt);|<i>/)
})
