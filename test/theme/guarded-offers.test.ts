import { expect, test } from 'vitest'
import { aProduct } from '../a/world.ts'
import { openOffersPage } from './offers-page.ts'

const batteries = aProduct({ id: 2, title: 'Batteries', price: 899 })
const charger = aProduct({ id: 3, title: 'Charger', price: 1999 })
const poster = aProduct({ id: 4, title: 'Poster' })

test('a card whose guard does not hold gives its place to who else chose it, or to the next', async () => {
  const signedIn = { kind: 'signed-in' }
  const full = { kind: 'cart-quantity', low: 1 }
  const page = openOffersPage({
    offered: [batteries, charger, poster],
    ifs: [signedIn, full],
    notes: {
      2: { by: 'rule', ref: 'members', if: 0 },
      3: { by: 'rule', ref: 'members', if: 0, or: [{ by: 'rule', ref: 'buyers', if: 1 }] },
      4: { by: 'rule', ref: 'members', if: 0, or: [{ by: 'rule', ref: 'all' }] },
    },
  })
  const soldBy = async () => [...(await page.html()).matchAll(/product-page\/rule\/(\w+)/g)].map(([, ref]) => ref)
  expect([await page.titles(), await soldBy()]).toEqual([['Poster'], ['all']])
  await page.shopper.postJson('/cart/add.js', { id: 11 })
  expect([await page.titles(), await soldBy()]).toEqual([
    ['Charger', 'Poster'],
    ['buyers', 'all'],
  ])
})

test('a card whose time has not come stays away, also behind one that stands for its second author', async () => {
  const page = openOffersPage({
    offered: [charger, batteries, poster],
    ifs: [{ kind: 'signed-in' }],
    notes: {
      3: { by: 'rule', ref: 'members', if: 0, or: [{ by: 'rule', ref: 'all' }] },
      2: { by: 'rule', ref: 'members', if: 0, or: [{ by: 'rule', ref: 'members', if: 0 }] },
      4: { by: 'rule', ref: 'members', if: 0 },
    },
  })
  expect(await page.titles()).toEqual(['Charger'])
})

test('of two that never stand together the first is shown, and the second where the first is not', async () => {
  const page = openOffersPage({
    offered: [batteries, charger, poster],
    notes: { 2: { by: 'rule', ref: 'a' }, 3: { by: 'rule', ref: 'a', apart: [2] }, 4: { by: 'rule', ref: 'a' } },
  })
  expect(await page.titles()).toEqual(['Batteries', 'Poster'])
  await page.shopper.postJson('/cart/add.js', { id: 21 })
  expect(await page.titles()).toEqual(['Charger', 'Poster'])
})

test('a card says what the merchant has it say, in the page’s language, and adds as many packs', async () => {
  const need = { takes: 6, holds: 2, packs: 3 }
  const texts = [{ en: 'Takes 6 × AA: 3 packs of 2', de: 'Braucht 6 × AA: 3 Packungen mit 2' }, { en: 'Same size: <b>M</b>' }]
  const notes = { 2: { by: 'rule', ref: 'r', need, text: 0 }, 3: { by: 'rule', ref: 'r', text: 1 } }
  const page = openOffersPage({ offered: [batteries, charger], notes, texts })
  const said = async (path: string) =>
    [...(await page.html(path)).matchAll(/tandem-card__need">\s*([^\n]*?)\s*<\/p>/g)].map(([, text]) => text)
  expect(await said('/products/robot')).toEqual(['Takes 6 × AA: 3 packs of 2', 'Same size: &lt;b&gt;M&lt;/b&gt;'])
  expect(await said('/de/products/robot')).toEqual(['Braucht 6 × AA: 3 Packungen mit 2'])
  // Where nothing is said in a language, the block's own words for a need stand.
  expect(await said('/fr/products/robot')).toEqual(['Fonctionne avec 6 : 3 lots de 2'])
  expect(await page.html()).toMatch(/name="quantity" value="3"/)
})

test('a card says how many packs it takes, and adds as many', async () => {
  const need = { takes: 3, holds: 4, packs: 1, of: 'AA' }
  const notes = { 2: { by: 'rule', ref: 'r', need }, 3: { by: 'rule', ref: 'r', need: { takes: 6, holds: 2, packs: 3 } } }
  const html = await openOffersPage({ offered: [batteries, charger], notes }).html()
  expect(html).toContain('Takes 3 × AA, this pack has 4')
  expect(html).toContain('Takes 6: 3 packs of 2')
  expect([...html.matchAll(/name="quantity" value="(\d+)"/g)].map(([, packs]) => packs)).toEqual(expect.arrayContaining(['1', '3']))
})
