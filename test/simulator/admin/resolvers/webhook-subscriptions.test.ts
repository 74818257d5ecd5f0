import { expect, test } from 'vitest'
import { aWorld } from '../../../a/world.ts'
import { openSimulator } from '../../simulator-for-tests.ts'
import { openAdmin, testSchema } from '../admin-for-tests.ts'

const schema = await testSchema()
const CREATE = `mutation ($uri: String!) { webhookSubscriptionCreate(topic: SHOP_UPDATE, webhookSubscription: { uri: $uri }) {
  webhookSubscription { id topic uri } userErrors { message } } }`
const LIST = '{ webhookSubscriptions(first: 9) { nodes { topic uri } } }'

test('the API shows and changes the subscriptions that were made through it, not those of the configuration', async () => {
  const { ask, installation } = openAdmin(schema, aWorld())
  expect((await ask(LIST)).data).toEqual({ webhookSubscriptions: { nodes: [] } })
  const made = (await ask(CREATE, { uri: 'https://app.example.com/hooks' })).data!['webhookSubscriptionCreate'] as {
    webhookSubscription: { id: string }
  }
  expect((await ask(LIST)).data).toEqual({
    webhookSubscriptions: { nodes: [{ topic: 'SHOP_UPDATE', uri: 'https://app.example.com/hooks' }] },
  })
  expect(installation.subscriptions.to('shop/update')).toHaveLength(1)

  const { id } = made.webhookSubscription
  await ask(
    'mutation ($id: ID!) { webhookSubscriptionUpdate(id: $id, webhookSubscription: { uri: "/other" }) { userErrors { message } } }',
    { id },
  )
  expect(installation.subscriptions.to('shop/update')[0]?.uri).toBe('/other')
  const remove = 'mutation ($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { message } } }'
  expect((await ask(remove, { id })).data).toEqual({ webhookSubscriptionDelete: { deletedWebhookSubscriptionId: id, userErrors: [] } })
  expect((await ask(remove, { id })).data).toMatchObject({
    webhookSubscriptionDelete: { userErrors: [{ message: 'Webhook subscription does not exist' }] },
  })
  expect(installation.subscriptions.to('orders/create')).toHaveLength(1)
})

test('the same address twice and an address that is not encrypted are refused', async () => {
  const { ask } = openAdmin(schema, aWorld())
  const refused = async (uri: string) =>
    (await ask(CREATE, { uri })).data!['webhookSubscriptionCreate'] as { userErrors: { message: string }[] }
  await ask(CREATE, { uri: 'https://app.example.com/hooks' })
  expect((await refused('https://app.example.com/hooks')).userErrors[0]?.message).toContain('already been taken')
  expect((await refused('http://app.example.com/hooks')).userErrors[0]?.message).toContain('http://')
})

test('what tells of customers is refused to a public app that was not granted their data, by API and by configuration', async () => {
  const approval = { distribution: 'public', customerData: false, scopes: [] } as const
  const toml = 'name = "Tandem"\n[access_scopes]\nscopes = "read_orders"\n'
  const at = await openSimulator(aWorld(), { appToml: toml, approval })
  const create = (topic: string) =>
    at
      .ask(`mutation { webhookSubscriptionCreate(topic: ${topic}, webhookSubscription: { uri: "/hooks" }) { userErrors { message } } }`)
      .then((answer) => answer.text())
  expect(await create('ORDERS_CREATE')).toContain('not approved to subscribe to webhook topics containing protected customer data')
  expect(await create('SHOP_UPDATE')).toContain('"userErrors":[]')
  await at.close()
  const hearing = `${toml}[[webhooks.subscriptions]]\ntopics = ["orders/create"]\nuri = "/hooks"\n`
  await expect(openSimulator(aWorld(), { appToml: hearing, approval })).rejects.toThrow("Version couldn't be created.")
})
