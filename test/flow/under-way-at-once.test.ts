import { expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { eventually } from '../running/eventually.ts'
import { startInOneProcess } from './model/in-one-process.ts'

/** Shopify takes 25 metafields a call: twelve products with two each. */
const CALLS = 20
/** Says, once all stands, how the shop is measured. */
const AFTERWARDS = 1
const toys = Array.from({ length: 12 * CALLS }, (_, at) => aProduct({ id: at + 1, productType: 'Toy' }))
const world = aWorld({ products: [...toys, aProduct({ id: 1001, productType: 'Battery' })] })
const { domain } = world.facts

it('no call of a publishing waits for another’s answer while points are left, and none is made twice', async () => {
  const app = await startInOneProcess([world])
  const settle = async () => {
    do await app.simulator.webhooks.settled(domain)
    while ((await app.doJobs(domain, 1)) > 0)
  }
  await app.open(domain)
  await settle()
  const { graphql } = app.simulator.weather(domain)
  const { promise: allUnderWay, resolve: answerAll } = Promise.withResolvers<void>()
  graphql.often(1, { kind: 'hang', until: allUnderWay }, 'metafieldsSet')
  const sent = () => graphql.met.filter(({ names }) => names.includes('metafieldsSet')).length
  await app.saveRule(domain, aRule({ when: ofType('Toy'), where: ofType('Battery') }))
  const settling = settle()
  // Calls that wait too long are made again: then there are more of them in the end.
  await eventually('every call is under way', () => sent() >= CALLS)
  answerAll()
  await settling
  const { metafields } = app.simulator.shops.get(domain)!
  const offers = toys.map(({ id }) => metafields.of(`gid://shopify/Product/${id}`).find(({ key }) => key === 'offers')?.value)
  expect(offers).toEqual(toys.map(() => '["gid://shopify/Product/1001"]'))
  expect(sent()).toBe(CALLS + AFTERWARDS)
})
