import Ajv from 'ajv'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { aProduct } from '../../../test/a/product.ts'
import { NOW } from '../../../test/a/shop.ts'
import { indexCatalog } from '#app/catalog/catalog.ts'
import type { CollectionId } from '#app/commerce/ids.ts'
import { readDocument } from '#app/rules/document/read-document.ts'
import { readPairings } from '#app/rules/import/read-pairings.ts'
import { EMPTY_SET } from '#app/rules/rule-set.ts'
import { readYaml } from './read-yaml.ts'

const exampleOf = (language: string) =>
  new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readFileSync('docs/rules-as-code.md', 'utf8'))?.[1] ?? ''
const shopOf = (...handles: string[]) =>
  indexCatalog(
    handles.map((handle, at) => aProduct(at + 1, { handle })),
    [{ id: 5 as CollectionId, title: 'Robot accessories' }],
    { at: NOW, timezone: 'UTC' },
  )

it('reads the example that the documentation shows, as its schema says', () => {
  const file = readYaml(exampleOf('yaml'))
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.faults))
  const schema = new Ajv({ unknownFormats: 'ignore' }).compile(JSON.parse(readFileSync('public/rules.schema.json', 'utf8')) as object)
  expect([schema(file.value), schema.errors]).toEqual([true, null])
  const read = readDocument(file.value, shopOf('robot-dog', 'magnetic-leash'), EMPTY_SET)
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.faults))
  expect(read.set.rules.map(({ id }) => id)).toEqual(['batteries-for-toys', 'leash-for-the-robot-dog'])
})

it('reads the pairs that it shows, too', async () => {
  async function* arriving() {
    yield await Promise.resolve(exampleOf('csv'))
  }
  const shop = shopOf('robot-dog', 'magnetic-leash', 'aa-batteries-pack-of-4', 'torch')
  const read = await readPairings(arriving(), shop, ({ left }) => expect(left).toEqual([]))
  expect(read).toMatchObject({
    pairings: [
      { beside: 1, offer: [2, 3] },
      { beside: 4, offer: [3] },
    ],
  })
})
