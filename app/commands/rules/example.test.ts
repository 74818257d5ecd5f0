import Ajv from 'ajv'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { aProduct } from '../../../test/a/product.ts'
import { NOW } from '../../../test/a/shop.ts'
import { indexCatalog } from '#app/catalog/catalog.ts'
import type { CollectionId } from '#app/commerce/ids.ts'
import { readDocument } from '#app/rules/document/read-document.ts'
import { EMPTY_SET } from '#app/rules/rule-set.ts'
import { readYaml } from './read-yaml.ts'

it('reads the example that the documentation shows, as its schema says', () => {
  const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/rules-as-code.md', 'utf8')) ?? []
  const file = readYaml(text)
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.faults))
  const schema = new Ajv({ unknownFormats: 'ignore' }).compile(JSON.parse(readFileSync('public/rules.schema.json', 'utf8')) as object)
  expect([schema(file.value), schema.errors]).toEqual([true, null])

  const products = ['robot-dog', 'magnetic-leash'].map((handle, at) => aProduct(at + 1, { handle }))
  const shop = indexCatalog(products, [{ id: 5 as CollectionId, title: 'Robot accessories' }], { at: NOW, timezone: 'UTC' })
  const read = readDocument(file.value, shop, EMPTY_SET)
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.faults))
  expect(read.set.rules.map(({ id }) => id)).toEqual(['batteries-for-toys', 'leash-for-the-robot-dog'])
})
