import type { Door } from '../door.ts'
import type { ShopState } from '../state/shop-state.ts'
import { cartApiDoor } from './cart/cart-api-door.ts'
import { cartPageDoor } from './cart/cart-page-door.ts'
import { openCartStores } from './cart/cart-store.ts'
import { checkoutDoor } from './checkout/checkout-door.ts'
import { openVisit } from './open-visit.ts'
import { pageGlobals } from './page-globals.ts'
import { accountDoor } from './pages/account-door.ts'
import { assetDoor } from './pages/asset-door.ts'
import { pageDoor } from './pages/page-door.ts'
import { openTheme } from './render-page.ts'
import { openSections } from './sections/render-sections.ts'
import { shelfOf, type StorefrontOptions } from './storefront-options.ts'

/** Draws an app's own Liquid as a page of the shop for whoever asks. */
export type DrawLiquid = (request: Request, shop: ShopState, source: string) => Promise<string>

export interface Storefront {
  /** Pages, cart, checkout, pictures. It answers every address, so it comes last among a shop's doors. */
  readonly door: Door
  readonly draw: DrawLiquid
}

/** Languages besides the shop's own, English; each lives under its own first part of the path. */
const locales = ['de', 'fr', 'es', 'ja', 'ar']

/** The online store. */
export function openStorefront(options: StorefrontOptions): Storefront {
  const cartsOf = openCartStores()
  const theme = openTheme(options.extensionFolder)
  const sections = openSections(theme, options)
  const page = pageDoor(theme, sections, options)
  const blocks = options.blocks
  const ui = blocks ? [blocks.host.door] : []
  const doors = [assetDoor(options), ...ui, cartApiDoor(sections), cartPageDoor, checkoutDoor(blocks), accountDoor, page]
  return {
    async door(request, shop) {
      const { visit, setCookies } = openVisit(request, shop, cartsOf(shop), locales)
      for (const door of doors) {
        const response = await door(visit)
        if (!response) continue
        for (const cookie of setCookies) response.headers.append('set-cookie', cookie)
        return response
      }
      return new Response('Not found', { status: 404 })
    },
    draw(request, shop, source) {
      const { visit } = openVisit(request, shop, cartsOf(shop), locales)
      return theme.liquid(source, shop.themeFiles, pageGlobals(visit, shelfOf(options, visit), options.now()))
    },
  }
}
