import { join } from 'node:path'
import { cartJson } from '../cart/cart-json.ts'
import { emptyCart } from '../cart/cart.ts'
import { openLiquid } from '../liquid/open-liquid.ts'
import { readWords } from '../liquid/words.ts'
import type { Order } from '../../shop.ts'
import { themeFolder } from '../render-page.ts'
import type { Visit } from '../visit.ts'
import type { Basket } from './basket.ts'

/** The checkout's pages. As on Shopify, no theme and no app block reaches them. */
export function openCheckoutPages() {
  const engine = openLiquid({
    root: import.meta.dirname,
    snippets: import.meta.dirname,
    words: readWords(join(themeFolder, 'locales'), '.json'),
    assetUrl: (file) => `/cdn/theme/${file}`,
  })

  async function page(visit: Visit, name: string, objects: Readonly<Record<string, unknown>>, status = 200): Promise<Response> {
    const { name: title, moneyFormat, currency } = visit.shop.facts
    const shop = { name: title, money_format: moneyFormat, currency }
    const request = { locale: { iso_code: visit.locale }, design_mode: false }
    const globals = { shop, request, root: visit.root, ...objects }
    const content = await engine.renderFile(name, {}, { globals })
    const html = await engine.renderFile('frame', { content }, { globals })
    return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
  }

  return {
    contact(visit: Visit, basket: Basket): Promise<Response> {
      const basketJson = cartJson(visit.shop, { ...emptyCart(''), lines: basket.lines }, visit.root)
      return page(visit, 'contact', { basket: basketJson, customer: visit.customer })
    },
    thankYou(visit: Visit, order: Order): Promise<Response> {
      return page(visit, 'thank-you', { order })
    },
    refusal(visit: Visit, reason: string): Promise<Response> {
      return page(visit, 'refusal', { reason }, 422)
    },
  }
}
