import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { aCollection, anOrder, aProduct, aWorld } from '../../../a/world.ts'
import { openAdmin, testSchema, type OpenAdmin } from '../admin-for-tests.ts'
import { answerBulkFile } from './bulk-door.ts'
import { resultFile } from './start-bulk-query.ts'

const schema = await testSchema()
const products = Array.from({ length: 300 }, (_, at) => aProduct({ id: at + 1 }))
const world = aWorld({
  products,
  collections: [aCollection({ id: 1, of: products })],
  orders: products.map((product) => anOrder({ id: product.id, of: [product, products[0]!], createdAt: '2026-06-30T10:00:00.500Z' })),
})
const ORDERS =
  '{ orders { edges { node { id createdAt lineItems { edges { node { id quantity product { id } originalUnitPriceSet { shopMoney { amount } } } } } } } } }'

const START =
  'mutation ($q: String!, $g: Boolean!) { bulkOperationRunQuery(query: $q, groupObjects: $g) { bulkOperation { id status } userErrors { code message } } }'
const STATE = 'query ($id: ID!) { bulkOperation(id: $id) { status errorCode objectCount rootObjectCount fileSize url } }'

interface Row {
  readonly id: string
  readonly __parentId?: string
}

async function start({ ask }: OpenAdmin, query: string, { grouped = false, scopes }: { grouped?: boolean; scopes?: string[] } = {}) {
  const { data } = await ask(START, { q: query, g: grouped }, scopes)
  return data!['bulkOperationRunQuery'] as {
    bulkOperation: { id: string; status: string } | null
    userErrors: { code: string; message: string }[]
  }
}

async function finished(admin: OpenAdmin, id: string) {
  for (;;) {
    const { data } = await admin.ask(STATE, { id })
    const state = data!['bulkOperation'] as Record<string, string | null>
    if (state['status'] !== 'CREATED' && state['status'] !== 'RUNNING') return state
    await wait(5)
  }
}

async function rowsOf(admin: OpenAdmin, at: number): Promise<Row[]> {
  const text = await readFile(resultFile(admin.installation.filesFolder, admin.installation.bulk.all()[at]!.token), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

test('an export ends with everything the shop has, told by a webhook', async () => {
  const admin = openAdmin(schema, world)
  const { bulkOperation } = await start(admin, ORDERS)
  expect(bulkOperation?.status).toBe('CREATED')
  const state = await finished(admin, bulkOperation!.id)
  expect(state).toMatchObject({ status: 'COMPLETED', errorCode: null, objectCount: '900', rootObjectCount: '300' })
  const rows = await rowsOf(admin, 0)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(900)
  expect(rows).toContainEqual({ id: 'gid://shopify/Order/7', createdAt: '2026-06-30T10:00:00Z' })
  expect(rows).toContainEqual({
    id: 'gid://shopify/LineItem/700',
    quantity: 1,
    product: { id: 'gid://shopify/Product/7' },
    originalUnitPriceSet: { shopMoney: { amount: '12.5' } },
    __parentId: 'gid://shopify/Order/7',
  })
  expect(admin.told.at(-1)).toMatchObject({ topic: 'bulk_operations/finish', payload: { status: 'completed' } })

  const [installation] = [admin.installation]
  const served = (await answerBulkFile(new Request(state['url']!), [installation]))!
  expect(Buffer.byteLength(await served.text())).toBe(Number(state['fileSize']))
  expect((await answerBulkFile(new Request(`http://127.0.0.1/bulk/${'0'.repeat(32)}.jsonl`), [installation]))?.status).toBe(404)
})

test('children lie far from their parents: before all, after all, or anywhere, unless they are to be grouped', async () => {
  const admin = openAdmin(schema, world)
  const orders: string[] = []
  for (const grouped of [false, false, false, true]) await finished(admin, (await start(admin, ORDERS, { grouped })).bulkOperation!.id)
  for (let at = 0; at < 4; at++) {
    const rows = await rowsOf(admin, at)
    const isChild = rows.map(({ __parentId }) => __parentId !== undefined)
    const [firstParent, lastParent] = [isChild.indexOf(false), isChild.lastIndexOf(false)]
    const place = new Map(rows.map(({ id }, index) => [id, index]))
    const near = rows.filter(
      ({ __parentId }, index) => __parentId && index - place.get(__parentId)! > 0 && index - place.get(__parentId)! <= 2,
    ).length
    orders.push(
      near === 600
        ? 'grouped'
        : lastParent === 299
          ? 'parents first'
          : firstParent === 600
            ? 'parents last'
            : near < 60
              ? 'mixed'
              : `near ${near}`,
    )
  }
  expect(orders.toSorted()).toEqual(['grouped', 'mixed', 'parents first', 'parents last'])
})

test.each([
  ['{ shop { name } }', 'at least one connection'],
  ['{ products { edges { node { id nope } } } }', 'Cannot query field "nope"'],
  ['{ products { edges { node { title variants { edges { node { id } } } } } } }', 'must select its `id`'],
  ['{ collections { edges { node { id products { edges { node { id variants { edges { node { id } } } } } } } } } }', 'nesting depth'],
  [
    `{ ${'abcdef'
      .split('')
      .map((name) => `${name}: products { edges { node { id } } }`)
      .join(' ')} }`,
    'more than 5 connections',
  ],
  ['mutation { metafieldsDelete(metafields: []) { userErrors { message } } }', 'one query operation'],
])('%s is refused: %s', async (query, why) => {
  const { bulkOperation, userErrors } = await start(openAdmin(schema, world), query)
  expect(bulkOperation).toBeNull()
  expect(userErrors[0]).toMatchObject({ code: 'INVALID', message: expect.stringContaining(why) as string })
})

test('five at once, a sixth has to wait', async () => {
  const admin = openAdmin(schema, world)
  const started = []
  for (let at = 0; at < 6; at++) started.push(admin.ask(START, { q: '{ products { nodes { id } } }', g: false }))
  const answers = (await Promise.all(started)).map(({ data }) => data!['bulkOperationRunQuery'] as { userErrors: { code: string }[] })
  expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['LIMIT_REACHED'])
})

test('an export ends as failed where a scope is missing or nobody resolves a field', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const admin = openAdmin(schema, world)
  const denied = await start(admin, ORDERS, { scopes: ['read_products'] })
  expect(await finished(admin, denied.bulkOperation!.id)).toMatchObject({ status: 'FAILED', errorCode: 'ACCESS_DENIED', url: null })
  const unresolved = await start(admin, '{ products { nodes { id seo { title } } } }')
  expect(await finished(admin, unresolved.bulkOperation!.id)).toMatchObject({ status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR' })
  expect(said.mock.calls.map(String).join()).toContain('no resolver for Product.seo')
  said.mockRestore()
})
