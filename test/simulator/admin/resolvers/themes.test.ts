import { expect, test } from 'vitest'
import { aWorld } from '../../../a/world.ts'
import { openAdmin, testSchema } from '../admin-for-tests.ts'

const schema = await testSchema()

test('the published theme’s files by name or pattern, with their text', async () => {
  const { ask, shop } = openAdmin(schema, aWorld())
  for (const name of ['templates/product.json', 'templates/product.wide.json', 'templates/cart.json'])
    shop.themeFiles.set(name, `{"name":"${name}"}`)
  const files = async (...filenames: string[]) => {
    const query = `query ($names: [String!]) { themes(first: 1, roles: [MAIN]) { nodes { role files(filenames: $names) {
      nodes { filename size body { ... on OnlineStoreThemeFileBodyText { content } } } userErrors { code } } } } }`
    const { data, errors } = await ask(query, { names: filenames })
    expect(errors).toBeUndefined()
    return (data!['themes'] as { nodes: { files: { nodes: { filename: string; size: string; body: { content: string } }[] } }[] }).nodes[0]!
      .files.nodes
  }
  expect(await files('templates/product.json')).toEqual([
    { filename: 'templates/product.json', size: '33', body: { content: '{"name":"templates/product.json"}' } },
  ])
  expect((await files('templates/product*.json')).map(({ filename }) => filename)).toEqual([
    'templates/product.json',
    'templates/product.wide.json',
  ])
  expect((await ask('{ themes(first: 1, roles: [UNPUBLISHED]) { nodes { id } } }')).data).toEqual({ themes: { nodes: [] } })
})
