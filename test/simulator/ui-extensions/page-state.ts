import { globalId, shopId } from '../admin/global-id.ts'
import type { Product, Variant } from '../shop.ts'
import type { ShopState } from '../state/shop-state.ts'
import type { Visit } from '../storefront/visit.ts'
import { readThemeSettings } from '../storefront/theme-settings.ts'
import type { PageState } from './browser/page-message.ts'
import { privacyOf } from './privacy-of.ts'
import type { UiExtension } from './read-extensions.ts'

/** A line of a cart or an order, as far as a page tells its blocks. Prices are cents. */
export interface StateLine {
  readonly id: string
  readonly variantId: number
  readonly productId: number
  readonly quantity: number
  readonly price: number
  readonly properties: Readonly<Record<string, string>>
  readonly sellingPlanId?: number
  /** Of the line that it is nested under. */
  readonly parent?: string | undefined
}

interface StateOptions {
  readonly lines: readonly StateLine[]
  /** Of the cart or order. */
  readonly attributes?: Readonly<Record<string, string>>
  readonly extensions: readonly UiExtension[]
  readonly appNamespace: string
  readonly storefrontUrl: string
}

/** What every page about a cart or an order tells. */
export function pageState(visit: Visit, { lines, attributes = {}, extensions, appNamespace, storefrontUrl }: StateOptions): PageState {
  const { shop, customer, locale } = visit
  const total = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const money = (cents: number) => ({ amount: cents / 100, currencyCode: shop.facts.currency })
  return {
    signals: {
      ...localization(visit),
      attributes: Object.entries(attributes).map(([key, value]) => ({ key, value })),
      lines: lines.map((line) => lineState(shop, line, money(line.price * line.quantity))),
      appMetafields: metafieldsOf(shop, lines, extensions, appNamespace),
      'cost.subtotalAmount': money(total),
      'cost.totalAmount': money(total),
      'localization.market': { id: 'gid://shopify/Market/1', handle: shop.facts.market ?? 'primary' },
      'localization.currency': { isoCode: shop.facts.currency },
      'localization.timezone': shop.facts.timezone,
      // No name, no address, no telephone: the app is at level 1.
      'buyerIdentity.customer': customer
        ? {
            id: globalId('Customer', customer.id),
            ordersCount: [...shop.orders.values()].filter((one) => one.customerId === customer.id).length,
          }
        : undefined,
    },
    plain: {
      shop: {
        id: 'gid://shopify/Shop/1',
        name: shop.facts.name,
        myshopifyDomain: shop.facts.domain,
        storefrontUrl: storefrontUrl + visit.root,
      },
      locale,
    },
  }
}

/** What every page tells, one without lines too. */
export function localization({ locale, shop, request }: Visit): Record<string, unknown> {
  const said = /(?:^|; )local_consent=(yes|no)/.exec(request.headers.get('cookie') ?? '')?.[1]
  const isAsked = readThemeSettings(shop.themeFiles).consent === 'required'
  return {
    customerPrivacy: privacyOf(said === undefined ? !isAsked : said === 'yes'),
    'localization.language': { isoCode: locale },
    'localization.extensionLanguage': { isoCode: locale },
    'localization.country': { isoCode: 'US' },
  }
}

function lineState(shop: ShopState, line: StateLine, total: object) {
  const found = shop.variants.get(line.variantId)
  return {
    id: line.id,
    quantity: line.quantity,
    attributes: Object.entries(line.properties).map(([key, value]) => ({ key, value })),
    cost: { totalAmount: total },
    merchandise: merchandise(line, found?.product, found?.variant),
    discountAllocations: [],
    lineComponents: [],
    parentRelationship: line.parent ? { parent: { id: line.parent } } : null,
  }
}

function merchandise({ variantId, productId, sellingPlanId }: StateLine, product: Product | undefined, variant: Variant | undefined) {
  return {
    type: 'variant',
    id: globalId('ProductVariant', variantId),
    title: product?.title ?? '',
    ...(variant && variant.title !== 'Default Title' && { subtitle: variant.title }),
    selectedOptions: (product?.options ?? []).map(({ name }, at) => ({ name, value: variant?.options[at] ?? '' })),
    product: { id: globalId('Product', productId), vendor: product?.vendor ?? '', productType: product?.productType ?? '' },
    requiresShipping: true,
    ...(sellingPlanId !== undefined && { sellingPlan: { id: globalId('SellingPlan', sellingPlanId) } }),
  }
}

/** Those that an extension has declared, of the products of the lines and of the shop; an app's own come under `$app`. */
function metafieldsOf(shop: ShopState, lines: readonly StateLine[], extensions: readonly UiExtension[], appNamespace: string) {
  const declared = [...new Set(extensions.flatMap(({ metafields }) => metafields.map(({ namespace, key }) => `${namespace} ${key}`)))]
  const owners = [
    ...[...new Set(lines.map(({ productId }) => globalId('Product', productId)))].map((id) => ({ type: 'product', id })),
    { type: 'shop', id: shopId(shop.facts) },
  ]
  return owners.flatMap((target) =>
    declared.flatMap((one) => {
      const [namespace = '', key = ''] = one.split(' ')
      const field = shop.metafields.get(target.id, namespace === '$app' ? appNamespace : namespace, key)
      if (!field) return []
      const { value, type } = field
      return [{ target, metafield: { namespace, key, value, type, valueType: 'json_string' } }]
    }),
  )
}
