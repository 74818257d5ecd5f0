import { expect, it } from 'vitest'
import { ourNamespace } from './our-namespace.ts'

it('knows our own namespaces, and no merchant’s, no other app’s whose number only begins alike', () => {
  const isOurs = ourNamespace('gid://shopify/App/123')
  expect(['app--123', 'app--123--discounts'].map(isOurs)).toEqual([true, true])
  expect(['app--1234', 'app--12', 'app--1234--x', 'custom', '', 'xapp--123', '$app'].map(isOurs)).toEqual(Array(7).fill(false))
})
