import { expect, test } from 'vitest'
import { defaultTemplates, readTemplate, writeTemplate } from './json-template.ts'
import { placeBlock, removeBlock } from './place-block.ts'

const file = 'templates/product.json'

test('the block is placed below the product, once, with the settings last given', () => {
  const files = defaultTemplates()
  placeBlock(files, 'some-uid')
  placeBlock(files, 'some-uid', { cards: 2 })
  const template = readTemplate(files, file)
  expect(template.order).toEqual(['main', 'tandem'])
  expect(template.sections['tandem']).toEqual({
    type: 'apps',
    blocks: { tandem: { type: 'shopify://apps/tandem/blocks/product-offers/some-uid', settings: { cards: 2 } } },
    block_order: ['tandem'],
  })
})

test('removing it leaves everything else as it was', () => {
  const files = defaultTemplates()
  const other = { sections: { main: { type: 'main-product' }, other: { type: 'apps', blocks: {} } }, order: ['other', 'main'] }
  files.set(file, writeTemplate(other))
  placeBlock(files, 'some-uid')
  removeBlock(files)
  expect(readTemplate(files, file)).toEqual(other)
})
