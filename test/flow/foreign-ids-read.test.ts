import { describe, expect, it } from 'vitest'
import type { Ask } from './foreign/ask.ts'
import { ASKS } from './foreign/asks.ts'
import { compare, isRead } from './foreign/compare.ts'
import { everyRoute } from './foreign/every-route.ts'
import { OURS, PAIRS, twoShops } from './foreign/two-shops.ts'

const shops = await twoShops('foreign-ids-read')

it('is tried on every route of the app', () => {
  expect(Object.keys(ASKS).toSorted()).toEqual(everyRoute())
})

describe.each(everyRoute())('as one shop, at “%s”', (route) => {
  it('reading by an id of another shop is the same as by none', async () => {
    for (const [foreign, missing] of Object.values(PAIRS)) {
      const [asks, others] = [foreign, missing].map((id) => ASKS[route]!(id, OURS).filter(isRead)) as [Ask[], Ask[]]
      await compare(shops, route, { asks, foreign, others, missing })
    }
  })
})
