import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { routeOf } from './route-of.ts'

const patterns = [...readFileSync('app/routes.ts', 'utf8').matchAll(/route\('([^']+)'/g)].map(([, pattern]) => pattern!)

it.each(patterns)('the words of “%s” are told, its ids are not', (pattern) => {
  const wanted = pattern.replace(/:\w+/g, '*')
  expect(routeOf(`/${pattern.replace(/:\w+/g, '4711')}`)).toBe(`/${wanted}`)
})

it.each([
  ['/proxy/offers?shop=a.myshopify.com&logged_in_customer_id=7', '/proxy/offers'],
  ['/webhooks', '/webhooks'],
  ['/app/rules/ada@example.com.data?x=1', '/app/rules/*'],
  ['/', '/'],
  ['/a/b/c/d/e/f/g/h', '/*/*/*/*/*/*'],
  ['/app#x', '/app'],
])('%s is told as %s', (target, told) => expect(routeOf(target)).toBe(told))
