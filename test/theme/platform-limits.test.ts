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
  ['a target that does not exist', 'blocks/x.liquid', block({ ...fine, target: 'footer' }), 'target'],
  ['too much Liquid', 'snippets/x.liquid', ' '.repeat(100 * 1024 + 1), 'bytes of Liquid'],
  ['a script beyond our promise', 'assets/x.js', incompressible(1024), 'too many for us'],
  ['a script of carts beyond our promise', 'assets/tandem-cart.js', incompressible(2 * 1024), 'too many bytes'],
  ['a script of product copy beyond our promise', 'snippets/copy-script.liquid', `<script>${incompressible(614)}`, 'copy-script'],
  ['styles beyond our promise', 'assets/x.css', incompressible(3 * 1024), 'too many for us'],
  ['a locale file too large', 'locales/it.json', JSON.stringify({ x: 'x'.repeat(15 * 1024) }), 'locales/it.json: 15'],
  [
    'a language with other values',
    'locales/it.json',
    JSON.stringify({ tandem: { heading: '{{ count }}' } }),
    'tandem.heading has other values',
  ],
  ['a translated block name of 26 letters', 'locales/fr.schema.json', JSON.stringify({ tandem: { block_name: 'x'.repeat(26) } }), 'name'],
])('%s is an offence', (_, path, content, offence) => {
  const planted = new Map([...extensionFiles(), [path, content] as const])
  expect(platformOffences(planted).join('\n')).toContain(offence)
})

test('31 blocks are one too many', () => {
  const blocks = Array.from({ length: 31 }, (_, index) => [`blocks/${index}.liquid`, block(fine)] as const)
  expect(platformOffences(new Map(blocks))).toEqual(['31 blocks'])
})
