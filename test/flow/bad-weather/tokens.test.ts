import { beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../running/merchant.ts'
import { aToyShop, DOMAIN, toys, type ToyShop } from './toy-shop.ts'

let toyShop: ToyShop

beforeAll(async () => {
  toyShop = await aToyShop('tokens')
})

describe('tokens', () => {
  it('are renewed once, however many ask at the same time', async () => {
    toyShop.weather.token.often(1, { kind: 'hang', milliseconds: 400 }, 'refresh')
    toyShop.simulator.expireTokens(DOMAIN)
    for (const { id } of toys.slice(0, 5)) toyShop.shop.changeProduct(id, (product) => void (product.title += ' again'))
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await toyShop.expectPublished(most)
    expect(toyShop.weather.token.met.filter(({ names }) => names.includes('refresh'))).toHaveLength(1)
    expect(await toyShop.one('SELECT count(*) FROM session')).toBe('1')
  })

  it('survive a renewal whose answer was lost', async () => {
    toyShop.weather.token.next(1, { kind: 'lost' }, 'refresh')
    toyShop.simulator.expireTokens(DOMAIN)
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await toyShop.expectPublished(most)
  })

  it('survive a door of tokens that is out of order for a while', async () => {
    toyShop.weather.token.next(2, { kind: 'status', status: 503 }, 'refresh')
    toyShop.simulator.expireTokens(DOMAIN)
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await toyShop.expectPublished(most)
  })

  it('of an app that was removed and is back survive the news of the removal, which come late', async () => {
    toyShop.weather.setClock(-10)
    toyShop.weather.webhooks.hold('app/uninstalled')
    toyShop.simulator.uninstall(DOMAIN)
    toyShop.weather.setClock(0)
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    await openApp(toyShop.simulator, toyShop.app.url, DOMAIN)
    await toyShop.quiet()
    toyShop.weather.webhooks.release()
    await toyShop.quiet()
    expect(await toyShop.one('SELECT uninstalled_at IS NULL AND generation = 2 FROM shop')).toBe(true)
    await toyShop.expectPublished(most)
  })

  it('that were revoked end the work quietly, until the merchant opens the app again', async () => {
    const before = toyShop.offersOf(1).length
    toyShop.simulator.revokeTokens(DOMAIN)
    const most = await toyShop.publishAnew()
    await toyShop.quiet()
    expect(toyShop.offersOf(1)).toHaveLength(before)
    expect(await toyShop.one('SELECT count(*) FROM session')).toBe('0')
    expect(await toyShop.one(`SELECT failure FROM sync WHERE kind = 'catalog'`)).toBe('access-lost')
    expect(await toyShop.one(`SELECT count(*) FROM jobs.job WHERE state IN ('failed', 'retry')`)).toBe('0')

    await openApp(toyShop.simulator, toyShop.app.url, DOMAIN)
    const read = await fetch(`${toyShop.app.url}/app.data?index`, {
      method: 'POST',
      headers: { 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0', authorization: `Bearer ${toyShop.simulator.sessionToken(DOMAIN)}` },
    })
    expect(read.status).toBe(200)
    await toyShop.quiet()
    expect(await toyShop.one(`SELECT phase FROM sync WHERE kind = 'catalog'`)).toBe('done')
    await toyShop.expectPublished(most)
  })
})
