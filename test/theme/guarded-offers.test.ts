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

test('a card says how many packs it takes, and adds as many', async () => {
  const need = { takes: 3, holds: 4, packs: 1, of: 'AA' }
  const notes = { 2: { by: 'rule', ref: 'r', need }, 3: { by: 'rule', ref: 'r', need: { takes: 6, holds: 2, packs: 3 } } }
  const html = await openOffersPage({ offered: [batteries, charger], notes }).html()
  expect(html).toContain('Takes 3 × AA, this pack has 4')
  expect(html).toContain('Takes 6: 3 packs of 2')
  expect([...html.matchAll(/name="quantity" value="(\d+)"/g)].map(([, packs]) => packs)).toEqual(expect.arrayContaining(['1', '3']))
})
