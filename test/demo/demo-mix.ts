import type { Mix } from '#app/rules/mix.ts'
import { placeBlock, switchEmbed } from '../simulator/storefront/place-block.ts'
import { placeUiBlock } from '../simulator/ui-extensions/placed.ts'

/** The merchant's own slot on a product page, and below it one that is open. */
export const DEMO_MIX: Mix = {
  'product-page': {
    slots: [
      { lock: 'locked', sources: ['rules', 'bought-together'] },
      { lock: 'open', sources: ['bought-together', 'look-alikes'] },
    ],
    adjust: [],
  },
}

/** Puts our blocks where a merchant would, on every page that takes them. */
export function placeBlocks(themeFiles: Map<string, string>): void {
  placeBlock(themeFiles, {}, { block: 'product-copy', section: 'main', name: 'tandem-copy' })
  placeBlock(themeFiles, { slot: 1 }, { block: 'bought-together', name: 'tandem-set' })
  placeBlock(themeFiles, { slot: 2, heading: 'You may also like' })
  placeBlock(themeFiles, {}, { block: 'cart-offers', file: 'templates/cart.json' })
  for (const page of ['index', 'collection', 'search']) placeBlock(themeFiles, {}, { block: 'shop-offers', file: `templates/${page}.json` })
  switchEmbed(themeFiles, 'tandem', true, { drawer: false })
  for (const handle of ['tandem-checkout', 'tandem-thank-you', 'tandem-order-status', 'tandem-account']) placeUiBlock(themeFiles, handle)
}
