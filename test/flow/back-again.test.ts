import { beforeAll, expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { startInOneProcess, type AppInProcess } from './model/in-one-process.ts'

const toys = [1, 2].map((id) => aProduct({ id, productType: 'Toy' }))
const world = aWorld({ products: [...toys, aProduct({ id: 11, productType: 'Battery' })] })
const { domain } = world.facts

let app: AppInProcess

/** Does whatever is to be done, but trains nothing. */
async function settle(): Promise<void> {
  do {
    await app.simulator.webhooks.settled(domain)
    await app.database.query(`DELETE FROM jobs.job WHERE name = 'train'`)
  } while ((await app.doJobs(domain, 1)) > 0)
}

const offered = () =>
  toys.map(({ id }) => {
    const metafields = app.simulator.shops.get(domain)!.metafields.of(`gid://shopify/Product/${id}`)
    return metafields.find(({ key }) => key === 'offers')?.value
  })

beforeAll(async () => {
  app = await startInOneProcess([world])
  await app.open(domain)
  await settle()
  await app.saveRule(domain, aRule({ when: ofType('Toy'), where: ofType('Battery') }))
  await settle()
})

it('a shop that comes back has its offers again before anything is trained', async () => {
  const before = offered()
  expect(before).toEqual(Array(2).fill('["gid://shopify/Product/11"]'))
  app.simulator.uninstall(domain)
  await settle()
  expect(offered()).toEqual([undefined, undefined])
  await app.open(domain)
  await settle()
  expect(offered()).toEqual(before)
})
