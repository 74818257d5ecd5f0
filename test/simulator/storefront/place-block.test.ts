import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import { defaultTemplates, readTemplate, writeTemplate } from './json-template.ts'
import { extensionFolder } from './sample-door.ts'
import { placeBlock, removeBlock } from './place-block.ts'

const { uid } = parse(readFileSync(join(extensionFolder, 'shopify.extension.toml'), 'utf8'))
const file = 'templates/product.json'

test('the block is placed below the product, once, with the settings last given', () => {
  const files = defaultTemplates()
  placeBlock(files)
  placeBlock(files, { cards: 2 })
  const template = readTemplate(files, file)
  expect(template.order).toEqual(['main', 'tandem'])
  expect(template.sections['tandem']).toEqual({
    type: 'apps',
    blocks: {
      tandem: { type: expect.stringMatching(new RegExp(`^shopify://apps/tandem/blocks/product-offers/${uid}$`)), settings: { cards: 2 } },
    },
    block_order: ['tandem'],
  })
})

test('removing it leaves everything else as it was', () => {
  const files = defaultTemplates()
  const other = { sections: { main: { type: 'main-product' }, other: { type: 'apps', blocks: {} } }, order: ['other', 'main'] }
  files.set(file, writeTemplate(other))
  placeBlock(files)
  removeBlock(files)
  expect(readTemplate(files, file)).toEqual(other)
})
