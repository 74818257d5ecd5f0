import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { extensionFiles } from './extension-files.ts'
import { platformOffences } from './platform-limits.ts'

const block = (schema: unknown) => `{% schema %}${JSON.stringify(schema)}{% endschema %}`
const fine = { name: 'Fine', target: 'section' }
const incompressible = (bytes: number) => randomBytes(bytes).toString('base64')

test('our own extension is within every limit', () => {
  expect(platformOffences(extensionFiles())).toEqual([])
})

test.each([
  ['a block name of 26 letters', 'blocks/x.liquid', block({ ...fine, name: 'x'.repeat(26) }), 'name'],
  ['a block without a schema', 'blocks/x.liquid', '<p></p>', 'no schema'],
  ['a target that does not exist', 'blocks/x.liquid', block({ ...fine, target: 'footer' }), 'target'],
  ['an asset that is not there', 'blocks/x.liquid', block({ ...fine, javascript: 'gone.js' }), 'no asset gone.js'],
  ['a forbidden tag in a block', 'blocks/x.liquid', `{%- layout 'x' -%}${block(fine)}`, 'forbidden tag layout'],
  ['a forbidden tag in a snippet', 'snippets/x.liquid', '{% javascript %}{% endjavascript %}', 'forbidden tag javascript'],
  ['too much Liquid', 'snippets/x.liquid', ' '.repeat(100 * 1024 + 1), 'bytes of Liquid'],
  ['a script beyond our promise', 'assets/x.js', incompressible(3 * 1024), 'too many for us'],
  ['a script beyond Shopify’s', 'assets/x.js', incompressible(10_001), 'too many for Shopify'],
  ['a stylesheet too large', 'assets/x.css', incompressible(100_001), 'x.css'],
  ['a locale file too large', 'locales/fr.json', JSON.stringify({ x: 'x'.repeat(15 * 1024) }), 'locales/fr.json: 15'],
  ['a language that lacks words', 'locales/fr.json', '{}', 'tandem.heading is missing'],
  ['a translated block name of 26 letters', 'locales/fr.schema.json', JSON.stringify({ tandem: { block_name: 'x'.repeat(26) } }), 'name'],
])('%s is an offence', (_, path, content, offence) => {
  const planted = new Map([...extensionFiles(), [path, content] as const])
  expect(platformOffences(planted).join('\n')).toContain(offence)
})

test('31 blocks are one too many', () => {
  const blocks = Array.from({ length: 31 }, (_, index) => [`blocks/${index}.liquid`, block(fine)] as const)
  expect(platformOffences(new Map(blocks))).toEqual(['31 blocks'])
})
