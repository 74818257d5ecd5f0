import { beforeAll, describe, expect, it } from 'vitest'
import { aToyShop, type ToyShop } from './toy-shop.ts'

let toyShop: ToyShop

beforeAll(async () => {
  toyShop = await aToyShop('asks')
})

describe('asks of Shopify', () => {
  it('get through faults, refusals to hurry and broken connections', async () => {
    toyShop.weather.graphql.next(1, { kind: 'status', status: 429, retryAfter: 0.3 }, 'metafieldsSet')
    toyShop.weather.graphql.next(2, { kind: 'status', status: 503 }, 'metafieldsSet')
    toyShop.weather.graphql.next(1, { kind: 'reset' }, 'metafieldsSet')
    toyShop.weather.graphql.next(1, { kind: 'throttled' }, 'metafieldsSet')
    toyShop.weather.graphql.next(1, { kind: 'broken' }, 'metafieldsSet')
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    expect(toyShop.weather.graphql.met.filter(({ names }) => names.includes('metafieldsSet'))).toHaveLength(6)
    await toyShop.expectPublished(most)
  })

  it('are made again where an answer was lost, and what was written stands once', async () => {
    toyShop.weather.graphql.next(3, { kind: 'lost' }, 'metafieldsSet')
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await toyShop.expectPublished(most)
  })

  it('give up on silence and ask anew', async () => {
    toyShop.weather.graphql.next(1, { kind: 'hang' }, 'metafieldsSet')
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await toyShop.expectPublished(most)
  })

  it('wait for a small bucket to fill', async () => {
    // Larger than what may be asked of all products at once, as Shopify's own is: nothing that costs more is ever answered.
    toyShop.weather.throttle({ size: 120, perSecond: 60 })
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await toyShop.expectPublished(most)
  })

  it('hold nothing up for a storm that outlasts them: the job comes again', async () => {
    // Five calls at once, each made six times, and more for the next attempt.
    toyShop.weather.graphql.next(33, { kind: 'status', status: 502 }, 'metafieldsSet')
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    expect(toyShop.weather.graphql.met.filter(({ trouble }) => trouble.kind === 'status' && trouble.status === 502)).toHaveLength(33)
    await toyShop.expectPublished(most)
  })
})
