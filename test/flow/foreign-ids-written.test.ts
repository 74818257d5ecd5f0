import { describe, expect, it } from 'vitest'
import type { Ask } from './foreign/ask.ts'
import { ASKS } from './foreign/asks.ts'
import { compare, isWrite } from './foreign/compare.ts'
import { everyRoute } from './foreign/every-route.ts'
import { OURS, PAIRS, twoShops } from './foreign/two-shops.ts'

const shops = await twoShops('foreign-ids-written')

/** Writes that the app has taken. */
let taken = 0

describe.each(everyRoute())('as one shop, at “%s”', (route) => {
  it('writing by an id of another shop is the same as by none, and changes nothing there', async () => {
    const before = await shops.whatIsTheirs()
    taken = 0
    for (const [foreign, missing] of Object.values(PAIRS)) {
      const [asks, others] = [foreign, missing].map((id) => ASKS[route]!(id, OURS).filter(isWrite)) as [Ask[], Ask[]]
      taken += await compare(shops, route, { asks, foreign, others, missing })
    }
    if (taken > 0) await shops.quiet()
    expect(await shops.whatIsTheirs()).toBe(before)
  })

  it('shows nothing of the other shop on the pages of what was written', async () => {
    if (taken === 0) return
    for (const page of [
      '/app',
      '/app/rules',
      '/app/rules/mine',
      '/app/rules/list/problems',
      '/app/rules/list/discounts',
      '/app/products',
      '/app/review',
      '/app/history',
      '/app/settings/accuracy',
      '/app/placements',
      '/app/placements/copy',
      '/app/settings',
      '/app/settings/status',
    ]) {
      await shops.answer({ method: 'GET', path: page }, '')
    }
  })
})
