import { isEnumType } from 'graphql'
import { expect, test } from 'vitest'
import { fetchSchemas } from '../admin/fetch-schema.ts'
import { readAdminSchema } from '../admin/schema.ts'
import { mayHear, scopesFor } from './topic-scopes.ts'

test('the scopes are those that Shopify’s own schema names', async () => {
  await fetchSchemas('.data/schemas')
  const type = (await readAdminSchema('.data/schemas')).schema.getType('WebhookSubscriptionTopic')
  if (!isEnumType(type)) throw new Error('The schema has no topics')
  const ours = type
    .getValues()
    .filter(({ name }) => /^(ORDERS|REFUNDS|PRODUCTS|COLLECTIONS|INVENTORY_(ITEMS|LEVELS)|CUSTOMERS_(MERGE|UPDATE)|APP)_/.test(name))
  expect(ours.length).toBeGreaterThan(20)
  for (const { name, description } of ours) {
    const said = new Set(description?.match(/\bread_\w+/g))
    for (const scope of scopesFor(name)) expect([name, ...said]).toContain(scope)
    expect([name, scopesFor(name).length > 0]).toEqual([name, said.size > 0])
  }
})

test('who may write may hear; nobody is kept from privacy law', () => {
  expect(mayHear('PRODUCTS_UPDATE', ['write_products'])).toBe(true)
  expect(mayHear('INVENTORY_ITEMS_UPDATE', ['read_products'])).toBe(true)
  expect(mayHear('INVENTORY_LEVELS_UPDATE', ['read_products'])).toBe(false)
  expect(mayHear('CUSTOMERS_MERGE', ['read_customers'])).toBe(false)
  expect(mayHear('CUSTOMERS_REDACT', [])).toBe(true)
  expect(mayHear('APP_UNINSTALLED', [])).toBe(true)
})
