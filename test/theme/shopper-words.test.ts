import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BLOCK_LANGUAGES, sayNeedToShopper, sayToShopper } from '#app/pages/preview/shopper-words.ts'
import { openAppBlocks } from '../simulator/storefront/app-block.ts'
import { extensionFolder } from '../simulator/storefront/sample-door.ts'

const draw = openAppBlocks(extensionFolder)
const offer = { id: 2, title: 'Pack', url: '/products/pack', available: true, price: 100, variants: [] }

/** What the theme's block writes on the card of a pack. */
async function drawnByLiquid(need: object, language: string, texts?: object) {
  const slots = { 'product-page': [{ lock: 'locked', cards: [0] }] }
  const notes = { v: 2, cards: [{ p: 2, by: 'rule', ref: 'a', need, ...(texts && { text: 0 }) }], texts: [texts], slots }
  const { html } = await draw('b', { type: 'shopify://apps/tandem/blocks/product-offers/1', settings: {} }, {
    cart: { items: [] },
    routes: {},
    request: { locale: { iso_code: language }, design_mode: false },
    shop: { name: 'Tiny', money_format: '€{{amount}}', currency: 'EUR', timezone: 'UTC' },
    product: { id: 1, metafields: { $app: { offers: { value: [offer] }, offer_notes: { value: notes } } } },
  } as never)
  return /tandem-card__need">([^<]+)</.exec(html)?.[1]
}

it('speaks every language that the block has a file of', () => {
  const files = readdirSync(join(extensionFolder, 'locales')).filter((file) => !file.endsWith('.schema.json'))
  expect(BLOCK_LANGUAGES.toSorted()).toEqual(files.map((file) => file.split('.')[0]).toSorted())
  expect(BLOCK_LANGUAGES[0]).toBe('en')
})

it.each([...BLOCK_LANGUAGES, 'it', 'pt-BR'])('says what the block writes on a card, in the language %s', async (language) => {
  for (const need of [
    { takes: 3, holds: 4, packs: 1, of: 'AA' },
    { takes: 30_000, holds: 1_000, packs: 30, of: 'AAA' },
    { takes: 2, holds: 2, packs: 1 },
    { takes: 4, holds: 2, packs: 2 },
    { takes: 8, holds: 2, packs: 4 },
  ]) {
    const line = sayNeedToShopper(need, language)
    expect(line.words).toBe(await drawnByLiquid(need, language))
    expect(line.language).toBe(BLOCK_LANGUAGES.includes(language) ? language : 'en')
  }
})

it('says what the merchant has switched on in just the languages in which the block does', async () => {
  const need = { takes: 3, holds: 4, packs: 1, of: 'AA' }
  const texts = { en: 'Both on AA', de: 'Beides mit AA' }
  for (const language of ['en', 'en-GB', 'de', 'fr'])
    expect(sayToShopper(texts, need, language)!.words).toBe(await drawnByLiquid(need, language, texts))
  expect(sayToShopper(texts, undefined, 'fr')).toBeNull()
})

it('hears a language however it is written', () => {
  expect(sayNeedToShopper({ takes: 3, holds: 4, packs: 1, of: 'AA' }, 'DE').words).toBe('Braucht 3 × AA, diese Packung hat 4')
})
