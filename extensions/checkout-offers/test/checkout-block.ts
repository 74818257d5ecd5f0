import { setUpExtension } from '@shopify/ui-extensions-tester'
import { createCartLine } from '@shopify/ui-extensions-tester/checkout'
import { expect, onTestFinished, vi } from 'vitest'

export const LAPTOP = 'gid://shopify/Product/1'
export const card = (p: number, more: object = {}) => ({ p, by: 'rule', ref: 'k7', ...more })
export const notes = (...cards: object[]) => notesSaying([], ...cards)
/** `texts`: what cards say, by language. */
export const notesSaying = (texts: readonly object[], ...cards: object[]) =>
  JSON.stringify({
    v: 2,
    texts,
    ifs: [{ kind: 'cart-lines', low: 2 }],
    cards,
    slots: { checkout: [{ lock: 'locked', cards: cards.map((_, at) => at) }] },
  })

interface Sold {
  readonly variants?: readonly string[]
  readonly price?: string
}

/** What Shopify would answer: the products that are on sale, each with its variants. */
export const answer = (sold: Readonly<Record<number, Sold>>) =>
  vi.fn((_: string, { variables = {} }: { variables?: Record<string, unknown> } = {}) =>
    Promise.resolve({
      data: {
        nodes: (variables['ids'] as string[]).map((id) => {
          const of = sold[Number(id.slice(id.lastIndexOf('/') + 1))]
          if (!of) return null
          const nodes = (of.variants ?? ['Default']).map((title) => ({
            id: `${id}/${title}`,
            title,
            availableForSale: true,
            price: { amount: of.price ?? '29.0', currencyCode: 'USD' },
          }))
          return {
            id,
            title: `Product ${id.slice(-1)}`,
            handle: 'x',
            featuredImage: null,
            variants: { nodes, pageInfo: { hasNextPage: false } },
          }
        }),
        cart: [],
      },
    }),
  )

/** The block at the checkout, beside a line of a laptop, until the test is over. */
export function open(value: string, sold: Readonly<Record<number, Sold>>, line: object = {}) {
  const extension = setUpExtension('purchase.checkout.block.render')
  onTestFinished(() => extension[Symbol.dispose]())
  const { shopify } = extension
  const base = createCartLine()
  const merchandise = { ...base.merchandise, product: { ...base.merchandise.product, id: LAPTOP } }
  shopify.lines.value = [{ ...base, id: 'gid://shopify/CartLine/9', merchandise, ...line }]
  const metafield = { namespace: '$app', key: 'offer_notes', value, valueType: 'json_string' as const, type: 'json' }
  shopify.appMetafields.value = [{ target: { type: 'product', id: LAPTOP }, metafield }]
  // Nobody has set anything in the editor.
  shopify.settings.value = { heading: undefined, cards: undefined, hide_prices: undefined, not_nested: undefined }
  const query = answer(sold)
  const add = vi.fn<typeof shopify.applyCartLinesChange>(() => Promise.resolve({ type: 'success' }))
  shopify.query = query as unknown as typeof shopify.query
  shopify.applyCartLinesChange = add
  return { extension, shopify, query, add }
}

export const seen = () => Array.from(document.querySelectorAll('s-text[type=strong]'), (text) => text.textContent)
export const buttons = () => Array.from(document.querySelectorAll<HTMLElement>('s-button'))
export const press = (at = 0) => buttons()[at]!.dispatchEvent(new Event('click'))
export const settled = (what: () => unknown) => vi.waitFor(() => expect(what()).toBeTruthy())
