import { expect, test } from 'vitest'
import { linkTo, soldBy } from './sold-by.ts'

const note = { by: 'rule', ref: 'k7' }

test('a line tells where it was offered and by whom', () => {
  expect(soldBy('checkout', note)).toEqual({ key: '_tandem', value: 'checkout/rule/k7' })
})

test('a link leads to the product’s page and says the same', () => {
  const link = (url: string | undefined, handle = 'ink', storefront?: string) => linkTo({ url, handle }, storefront, 'thank-you', note)
  expect(link('https://shop.example/products/ink')).toBe('https://shop.example/products/ink?tandem=thank-you%2Frule%2Fk7')
  expect(link('https://shop.example/products/ink?country=DE')).toBe(
    'https://shop.example/products/ink?country=DE&tandem=thank-you%2Frule%2Fk7',
  )
  expect(link(undefined, 'ink', 'https://shop.example/')).toBe('https://shop.example/products/ink?tandem=thank-you%2Frule%2Fk7')
  expect(link(undefined)).toBeUndefined()
  expect(link(undefined, '', 'https://shop.example')).toBeUndefined()
})
