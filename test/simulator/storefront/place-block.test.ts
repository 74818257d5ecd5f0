import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import { defaultTemplates, readTemplate, writeTemplate } from './json-template.ts'
import { extensionFolder } from './sample-door.ts'
import { inDrawer, placeBlock, removeBlock } from './place-block.ts'

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

test('several stand on one page, in sections of the theme and in its drawer', () => {
  const files = defaultTemplates()
  placeBlock(files, {}, { file: 'templates/cart.json', section: 'main', name: 'one' })
  placeBlock(files, { slot: 2 }, { file: 'templates/cart.json', section: 'main', name: 'two' })
  placeBlock(files, {}, { ...inDrawer, name: 'three' })
  expect(readTemplate(files, 'templates/cart.json').sections['main']?.block_order).toEqual(['one', 'two'])
  expect(readTemplate(files, inDrawer.file)).toMatchObject({
    name: 'Overlays',
    sections: { [inDrawer.section]: { block_order: ['three'] } },
  })
  removeBlock(files, { file: 'templates/cart.json', name: 'one' })
  expect(readTemplate(files, 'templates/cart.json').sections['main']?.block_order).toEqual(['two'])
})

test('a section that takes no app’s block holds none', () => {
  expect(() => placeBlock(defaultTemplates(), {}, { file: 'templates/index.json', section: 'main' })).toThrow('takes an app')
})
