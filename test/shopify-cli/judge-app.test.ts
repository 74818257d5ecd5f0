import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { judgeApp } from './judge-app.ts'

const BLOCKS = 'extensions/theme-blocks'

test('Shopify’s CLI builds the app and every extension, and asks nobody', async () => {
  let asked = 0
  const registry = createServer((_, answer) => {
    asked += 1
    answer.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void registry.close())
  await once(registry, 'listening')
  const address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`
  expect(await judgeApp(undefined, { npm_config_registry: address })).toBeUndefined()
  expect(asked).toBe(0)
})

const change = (path: string, from: RegExp, to: string) => (folder: string) => {
  const before = readFileSync(join(folder, path), 'utf8')
  expect(before).toMatch(from)
  writeFileSync(join(folder, path), before.replace(from, to))
}

test.each([
  ['a configuration', change('shopify.app.toml', /embedded = true/, 'embedded = 3'), '[embedded]: Value must be Boolean'],
  ['an address', change('shopify.app.toml', /^application_url = .*/m, 'application_url = "nowhere"'), 'application_url'],
  ['what starts the app', change('shopify.web.toml', /^dev = .*/m, ''), 'dev'],
  ['an extension', change(`${BLOCKS}/shopify.extension.toml`, /type = "theme"/, 'type = "ui_extension"'), 'No extension targets defined'],
  ['an extension’s type', change(`${BLOCKS}/shopify.extension.toml`, /type = "theme"/, 'type = "themes"'), 'extensions it has built'],
])('%s that is wrong is refused', async (_, plant, words) => {
  expect(await judgeApp(plant)).toContain(words)
})

test('theme-check’s findings are refusals', async () => {
  const block = (schema: object) => `<p></p>{% schema %}${JSON.stringify({ name: 'x', target: 'section', ...schema })}{% endschema %}`
  const said = await judgeApp((folder) => {
    const plant = (path: string, text: string) => writeFileSync(join(folder, BLOCKS, path), text)
    plant('blocks/bare.liquid', '<p></p>')
    plant('blocks/large.liquid', block({ javascript: 'large.js', stylesheet: 'large.css' }))
    plant('blocks/gone.liquid', block({ javascript: 'gone.js' }))
    plant('blocks/words.liquid', `{{ 'no.such.words' | t }}${block({})}`)
    plant('blocks/tag.liquid', `{% layout 'x' %}{% javascript %}{% endjavascript %}${block({})}`)
    plant('assets/large.js', 'x'.repeat(10_001))
    plant('assets/large.css', 'x'.repeat(100_001))
    plant('locales/fr.json', '{}')
  })
  const checks = new Set([...said!.matchAll(/\[\w+\]: (\w+)/g)].map(([, check]) => check))
  expect([...checks].toSorted()).toEqual([
    'AppBlockMissingSchema',
    'AppBlockValidTags',
    'AssetSizeAppBlockCSS',
    'AssetSizeAppBlockJavaScript',
    'MatchingTranslations',
    'TranslationKeyExists',
  ])
})
