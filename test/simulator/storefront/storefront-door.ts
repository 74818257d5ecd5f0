import type { Door } from '../door.ts'
import { cartApiDoor } from './cart/cart-api-door.ts'
import { cartPageDoor } from './cart/cart-page-door.ts'
import { openCartStores } from './cart/cart-store.ts'
import { checkoutDoor } from './checkout/checkout-door.ts'
import { openVisit } from './open-visit.ts'
import { accountDoor } from './pages/account-door.ts'
import { assetDoor } from './pages/asset-door.ts'
import { pageDoor } from './pages/page-door.ts'
import { openTheme } from './render-page.ts'
import { openSections } from './sections/render-sections.ts'
import type { StorefrontOptions } from './storefront-options.ts'

/** Languages besides the shop's own, English; each lives under its own first part of the path. */
const locales = ['de', 'ar']

/** The online store: pages, cart, checkout, pictures. It answers every address, so it comes last among a shop's doors. */
export function storefrontDoor(options: StorefrontOptions): Door {
  const cartsOf = openCartStores()
  const theme = openTheme(options.extensionFolder)
  const sections = openSections(theme, options)
  const page = pageDoor(theme, sections, options)
  const doors = [assetDoor(options), cartApiDoor(sections), cartPageDoor, checkoutDoor(), accountDoor, page]
  return async (request, shop) => {
    const { visit, setCookies } = openVisit(request, shop, cartsOf(shop), locales)
    for (const door of doors) {
      const response = await door(visit)
      if (!response) continue
      for (const cookie of setCookies) response.headers.append('set-cookie', cookie)
      return response
    }
    return new Response('Not found', { status: 404 })
  }
}
