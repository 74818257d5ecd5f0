import { join } from 'node:path'
import { cartJson } from '../cart/cart-json.ts'
import { emptyCart } from '../cart/cart.ts'
import { openLiquid } from '../liquid/open-liquid.ts'
import { readWords } from '../liquid/words.ts'
import type { Order } from '../../shop.ts'
import type { ExtensionHost } from '../../ui-extensions/extension-host.ts'
import type { PageState } from '../../ui-extensions/browser/page-message.ts'
import { localization, pageState, type StateLine } from '../../ui-extensions/page-state.ts'
import { platformTags } from '../platform-tags.ts'
import { themeFolder } from '../render-page.ts'
import { readThemeSettings } from '../theme-settings.ts'
import type { Visit } from '../visit.ts'
import type { Basket } from './basket.ts'
import { lineIdOf } from './change-lines.ts'
import { basketLines, orderLines } from './checkout-state.ts'

/** A cart or an order, as far as its page tells blocks of it. */
interface Of {
  readonly lines: readonly StateLine[]
  readonly attributes: Readonly<Record<string, string>>
}

const orderOf = (order: Order): Of => ({ lines: orderLines(order), attributes: order.attributes })

/** Where blocks of apps are drawn, and what they are told. */
export interface Blocks {
  readonly host: ExtensionHost
  readonly appNamespace: string
  readonly storefrontUrl: string
}

/** Pages that Shopify draws itself: the checkout and the customer's account. As on Shopify, no theme reaches them, and no app but by its blocks. */
export function openCheckoutPages(blocks: Blocks | undefined) {
  const engine = openLiquid({
    root: import.meta.dirname,
    snippets: import.meta.dirname,
    words: readWords(join(themeFolder, 'locales'), '.json'),
    assetUrl: (file) => `/cdn/theme/${file}`,
  })

  async function draw(visit: Visit, name: string, objects: Readonly<Record<string, unknown>>): Promise<string> {
    const { name: title, moneyFormat, currency } = visit.shop.facts
    const shop = { name: title, money_format: moneyFormat, currency }
    const request = { locale: { iso_code: visit.locale }, design_mode: false }
    return engine.renderFile(
      name,
      {},
      { globals: { shop, request, root: visit.root, customer: visit.customer, ...objects } },
    ) as Promise<string>
  }

  async function page(visit: Visit, name: string, objects: Readonly<Record<string, unknown>>, status = 200): Promise<Response> {
    const content = await draw(visit, name, objects)
    const { consent } = readThemeSettings(visit.shop.themeFiles)
    const platform = platformTags(visit.root, consent, visit.shop.pixel)
    const html = await draw(visit, 'frame', { content, platform, scripts: objects['scripts'] })
    return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
  }

  const room = (visit: Visit, target: string, line?: string) => blocks?.host.room(visit.shop, target, line) ?? ''

  function stateOf(visit: Visit, of: Of, more: Readonly<Record<string, unknown>> = {}): PageState {
    const { extensions } = blocks?.host ?? { extensions: [] }
    const { signals, plain } = pageState(visit, {
      ...of,
      extensions,
      appNamespace: blocks?.appNamespace ?? '',
      storefrontUrl: blocks?.storefrontUrl ?? '',
    })
    return { signals: { ...signals, ...more }, plain }
  }

  function basketState(visit: Visit, basket: Basket): PageState {
    const lines = { canAddCartLine: true, canRemoveCartLine: true, canUpdateCartLine: true }
    const of = { lines: basketLines(visit.shop, basket.lines), attributes: basket.attributes }
    return stateOf(visit, of, { instructions: { lines } })
  }

  function summary(visit: Visit, basket: Basket): Promise<string> {
    const basketJson = cartJson(visit.shop, { ...emptyCart(''), lines: basket.lines }, visit.root)
    const items = basketJson.items.map((item, at) => ({
      ...item,
      is_nested: basket.lines[at]?.parent !== undefined,
      blocks: room(visit, 'purchase.checkout.cart-line-item.render-after', lineIdOf(basket.lines[at]!)),
    }))
    return draw(visit, 'summary', { basket: { ...basketJson, items } })
  }

  return {
    basketState,
    summary,
    async contact(visit: Visit, basket: Basket): Promise<Response> {
      return page(visit, 'contact', {
        summary: await summary(visit, basket),
        is_wallet: basket.isWallet ?? false,
        blocks: room(visit, 'purchase.checkout.block.render'),
        scripts: blocks?.host.script(visit, basketState(visit, basket), `${visit.root}${visit.path}/lines`),
      })
    },
    /** `completed` is told to web pixels; absent where they have heard it. */
    thankYou(visit: Visit, order: Order, completed?: object): Promise<Response> {
      const confirmation = { order: { id: `gid://shopify/OrderIdentity/${order.id}` }, number: order.name, isFirstOrder: false }
      return page(visit, 'thank-you', {
        order,
        blocks: room(visit, 'purchase.thank-you.block.render'),
        completed: completed && JSON.stringify(completed).replaceAll('<', '\\u003c'),
        scripts: blocks?.host.script(visit, stateOf(visit, orderOf(order), { orderConfirmation: confirmation })),
      })
    },
    orderStatus(visit: Visit, order: Order): Promise<Response> {
      const state = stateOf(visit, orderOf(order), { order: { id: `gid://shopify/Order/${order.id}`, name: order.name } })
      return page(visit, 'order-status', {
        order,
        blocks: room(visit, 'customer-account.order-status.block.render'),
        scripts: blocks?.host.script(visit, state),
      })
    },
    /** The account's orders, newest first. It has no cart: its blocks are told nothing of one. */
    orderIndex(visit: Visit, orders: readonly Order[]): Promise<Response> {
      const customer = { id: `gid://shopify/Customer/${visit.customer?.id}` }
      const state = { signals: { ...localization(visit), 'authenticatedAccount.customer': customer }, plain: {} }
      return page(visit, 'order-index', {
        orders,
        blocks: room(visit, 'customer-account.order-index.block.render'),
        scripts: blocks?.host.script(visit, state),
      })
    },
    refusal(visit: Visit, reason: string): Promise<Response> {
      return page(visit, 'refusal', { reason }, 422)
    },
  }
}
