import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { openShop } from '../state/open-shop.ts'
import { defaultTemplates } from './json-template.ts'
import { inDrawer, placeBlock, switchEmbed } from './place-block.ts'
import { sampleDoor } from './sample-door.ts'
import { openShopper } from './shopper.ts'
import { changeTheme } from './theme-settings.ts'

/** A shop whose app has one block for sections, one embed for the body and one for the head. */
function openSample() {
  const extensionFolder = mkdtempSync(join(tmpdir(), 'extension-'))
  onTestFinished(() => rmSync(extensionFolder, { recursive: true }))
  for (const folder of ['blocks', 'locales', 'snippets']) mkdirSync(join(extensionFolder, folder))
  const write = (name: string, html: string, schema: object) =>
    writeFileSync(join(extensionFolder, 'blocks', `${name}.liquid`), `${html}{% schema %}${JSON.stringify(schema)}{% endschema %}`)
  write('shelf', '<p>Shelf in {{ cart.item_count }}</p>', { name: 'Shelf', target: 'section', stylesheet: 'shelf.css' })
  write('chat', '<p>Chat {{ block.settings.colour }}</p>', {
    name: 'Chat',
    target: 'body',
    javascript: 'chat.js',
    settings: [{ id: 'colour', default: 'red' }],
  })
  write('tags', '<meta name="tags">', { name: 'Tags', target: 'head' })
  const shop = openShop(aWorld({ products: [aProduct({ id: 1 })] }))
  for (const [file, content] of defaultTemplates()) shop.themeFiles.set(file, content)
  return { files: shop.themeFiles, shopper: openShopper(sampleDoor({ extensionFolder }), shop) }
}

test.each([
  ['index', '/'],
  ['product', '/products/product-1'],
  ['search', '/search'],
  ['cart', '/cart'],
])('the template %s takes a block in a section of its own', async (template, path) => {
  const { files, shopper } = openSample()
  placeBlock(files, {}, { block: 'shelf', file: `templates/${template}.json` })
  const html = await shopper.read(path)
  expect(html).toMatch(/<section class="apps"><div id="shopify-block-tandem"[^>]*><p>Shelf in 0/)
  expect(html).toContain('/cdn/extensions/shelf.css')
  expect(await shopper.read('/collections')).not.toContain('Shelf')
})

test('Horizon’s drawer takes a block and redraws it with the cart; Dawn’s takes none', async () => {
  const { files, shopper } = openSample()
  placeBlock(files, {}, { ...inDrawer, block: 'shelf' })
  changeTheme(files, { cart_type: 'drawer' })
  expect(await shopper.read('/')).toMatch(/<theme-drawer[\s\S]*Shelf in 0[\s\S]*<\/theme-drawer>/)
  const answer = await (await shopper.postJson('/cart/add.js', { id: 11, sections: inDrawer.section, sections_url: '/' })).json()
  expect(answer.sections[inDrawer.section]).toContain('Shelf in 1')
  changeTheme(files, { theme: 'dawn' })
  expect(await shopper.read('/')).not.toContain('Shelf')
})

test('an embed is on every page once it is switched on, with its settings and its script', async () => {
  const { files, shopper } = openSample()
  expect(await shopper.read('/cart')).not.toMatch(/Chat|name="tags"/)
  switchEmbed(files, 'chat', true)
  switchEmbed(files, 'tags', true)
  changeTheme(files, { cart_type: 'drawer' })
  const html = await shopper.read('/cart')
  expect(html).toMatch(/<p>Chat red<\/p><\/div><\/body>/)
  expect(html).toMatch(/<meta name="tags">[\s\S]*chat\.js[\s\S]*<\/head>/)
  switchEmbed(files, 'chat', false)
  expect(await shopper.read('/cart')).not.toContain('Chat')
})
