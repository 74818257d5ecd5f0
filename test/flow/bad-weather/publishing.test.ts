import { beforeAll, describe, expect, it } from 'vitest'
import { aToyShop, DOMAIN, gid, toys, type ToyShop } from './toy-shop.ts'
import { askFor } from '../../running/ask-for.ts'

let toyShop: ToyShop

beforeAll(async () => {
  toyShop = await aToyShop('publishing')
})

describe('publishing', () => {
  it('lets one bad product hold up no other', async () => {
    toyShop.weather.graphql.often(1, { kind: 'user-error', at: gid(7) }, 'metafieldsSet')
    const before = toyShop.offersOf(7).length
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await toyShop.expectPublished(
      most,
      toys.filter(({ id }) => id !== 7),
    )
    expect(toyShop.offersOf(7)).toHaveLength(before)
    toyShop.weather.clear()
    toyShop.shop.changeProduct(8, (product) => void (product.title = 'Another title'))
    await toyShop.quiet()
    await toyShop.expectPublished(most)
  })

  it('writes over what it did not expect, and remembers that', async () => {
    const field = toyShop.shop.metafields.of(gid(3)).find(({ key }) => key === 'offers')!
    toyShop.shop.metafields.set({ ...field, value: JSON.stringify([gid(1)]) })
    await toyShop.quiet()
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await toyShop.expectPublished(most)
  })
})

describe('the nightly look at what stands in the shop', () => {
  const check = async () => {
    await askFor(toyShop.database, 'check', DOMAIN)
    await toyShop.quiet()
  }

  it('mends what was changed, deleted or added behind our back, and nothing else', async () => {
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    const writes = () => toyShop.weather.graphql.met.filter(({ names }) => names.includes('metafieldsSet')).length
    toyShop.weather.graphql.often(1, { kind: 'hang', milliseconds: 0 }, 'metafieldsSet')
    const [changed, deleted, added] = [gid(11), gid(12), gid(1001)]
    const field = toyShop.shop.metafields.of(changed).find(({ key }) => key === 'offers')!
    toyShop.shop.metafields.set({ ...field, value: '[]' })
    toyShop.shop.metafields.delete(deleted, field.namespace, 'offers')
    toyShop.shop.metafields.set({ ...field, ownerId: added, value: JSON.stringify([gid(1)]) })
    await toyShop.quiet()
    const before = writes()
    await check()
    await toyShop.expectPublished(most)
    expect(toyShop.shop.metafields.of(added)).toEqual([])
    expect(writes()).toBe(before + 1)
    await check()
    expect(writes()).toBe(before + 1)
    expect(await toyShop.one(`SELECT count(*) FROM published_slot`)).toBe(String(toys.length))
  })
})
