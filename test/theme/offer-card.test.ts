import { expect, test } from 'vitest'
import { aProduct, aVariant } from '../a/world.ts'
import { openOffersPage } from './offers-page.ts'

const rated = (value: string, count?: string, most = '5.0') =>
  aProduct({
    id: 2,
    metafields: [
      { namespace: 'reviews', key: 'rating', type: 'rating', value: JSON.stringify({ value, scale_min: '1.0', scale_max: most }) },
      ...(count ? [{ namespace: 'reviews', key: 'rating_count', type: 'number_integer', value: count }] : []),
    ],
  })

const starsOf = async (offered: ReturnType<typeof rated>, path?: string) => {
  const line = /<p class="tandem-card__stars">([\s\S]*?)<\/p>/.exec(await openOffersPage({ offered: [offered] }).html(path))?.[1]
  return line
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

test('stars stand where the standard review fields do, and are told in words', async () => {
  expect(await starsOf(rated('4.46', '12'))).toBe('★★★★★ 4.5 out of 5 stars (12) 12 reviews')
  expect(await starsOf(rated('3', '1'))).toBe('★★★★★ 3 out of 5 stars (1) 1 review')
  expect(await starsOf(rated('8.2', undefined, '10.0'))).toBe('★★★★★ 8.2 out of 10 stars')
  expect(await starsOf(rated('2', '3'), '/ar/products/robot')).toContain('3 تقييمات')
})

test('what nobody has rated has no stars', async () => {
  expect(await starsOf(aProduct({ id: 2 }))).toBeUndefined()
  expect(await starsOf(rated('0.0', '0'))).toBeUndefined()
  expect(await starsOf(rated('4.0', '0'))).toBeUndefined()
})

test('as much of the stars is filled as was given', async () => {
  const filled = async (offered: ReturnType<typeof rated>) =>
    /--tandem-filled: ([^"]+)"/.exec(await openOffersPage({ offered: [offered] }).html())?.[1]
  expect(await filled(rated('4.5', '2'))).toBe('calc(4.5 / 5 * 100%)')
  expect(await filled(rated('5', '2', '10.0'))).toBe('calc(5 / 10 * 100%)')
})

test('a unit’s price is said where the merchant says how much is in it, and all variants cost the same', async () => {
  const unitPrice = { quantity: 250, quantityUnit: 'g', reference: 100, referenceUnit: 'g' }
  const page = (...prices: number[]) => {
    const variants = prices.map((price, at) => aVariant({ id: 21 + at, title: `V${at}`, options: [`V${at}`], price, unitPrice }))
    return openOffersPage({ offered: [aProduct({ id: 2, title: 'Tea', variants })] }).html()
  }
  expect(await page(1250)).toMatch(/Unit price<\/span>\s*<bdi>€5\.00\/100 g<\/bdi>/)
  expect(await page(1250, 1500)).not.toContain('Unit price')
})

test('as many are added as the need takes, within what the shopper may buy', async () => {
  const added = async (quantityRule?: { min: number; max: number | null; increment: number }) => {
    const variants = [aVariant({ id: 21, ...(quantityRule && { quantityRule }) })]
    return /tandem-card__form[\s\S]*?name="quantity" value="([^"]*)"/.exec(
      await openOffersPage({ offered: [aProduct({ id: 2, variants })] }).html(),
    )?.[1]
  }
  expect(await added()).toBe('1')
  expect(await added({ min: 5, max: null, increment: 1 })).toBe('5')
  expect(await added({ min: 1, max: null, increment: 4 })).toBe('4')
  expect(await added({ min: 6, max: 60, increment: 6 })).toBe('6')
})
