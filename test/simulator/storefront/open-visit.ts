import { randomUUID } from 'node:crypto'
import type { ShopState } from '../state/shop-state.ts'
import type { CartStore } from './cart/cart-store.ts'
import { readCookie, writeCookie } from './cookies.ts'
import { whatRemains } from './cart/what-remains.ts'
import type { Visit } from './visit.ts'

/** `setCookies` is read after the answer was made: a cart's cookie is only given to who uses a cart. */
export interface OpenVisit {
  readonly visit: Visit
  readonly setCookies: readonly string[]
}

/** `locales` are those besides the shop's own; each is the first part of its pages' paths. */
export function openVisit(request: Request, shop: ShopState, carts: CartStore, locales: readonly string[]): OpenVisit {
  const url = new URL(request.url)
  const locale = locales.find((name) => url.pathname === `/${name}` || url.pathname.startsWith(`/${name}/`))
  const root = locale ? `/${locale}` : ''
  const known = readCookie(request, 'cart')
  const token = known ?? randomUUID()
  const setCookies: string[] = []
  const visit: Visit = {
    request,
    shop,
    path: url.pathname.slice(root.length).replace(/(?<=.)\/$/, '') || '/',
    root,
    locale: locale ?? 'en',
    query: url.searchParams,
    customer: shop.customers.get(Number(readCookie(request, 'customer'))) ?? null,
    get cart() {
      return whatRemains(shop, carts.get(token))
    },
    keepCart(next) {
      carts.put(next)
      if (!known) setCookies.push(writeCookie('cart', token))
    },
  }
  return { visit, setCookies }
}
