import { createHmac } from 'node:crypto'
import { luckOf } from '../../simulator/world/random.ts'
import { customerOf, productOf, shopOf, type ShopSize } from './shops.ts'

/** What is asked: pages of strangers, home pages of signed-in customers, and carts of so many lines of strangers. */
export type Kind = 'published' | 'signed-in' | { readonly cart: number }

export interface Asking {
  readonly shops: number
  readonly size: ShopSize
  readonly secret: string
  /** Of all shops alike, or of few of them nearly always. */
  readonly spread: 'even' | 'zipf'
}

/** Asks that Shopify signs now. They hold for a minute and a half. */
export function signedTargets(count: number, { shops, size, secret, spread }: Asking, kindOf: (at: number) => Kind): string[] {
  const luck = luckOf('asks')
  const pickShop = spread === 'zipf' ? zipf(shops, luck.next) : () => luck.below(shops)
  const timestamp = String(Math.floor(Date.now() / 1000))
  return Array.from({ length: count }, (_, at) => {
    const kind = kindOf(at)
    const asked = {
      ...askedBy(kind, luck.below(size.products)),
      logged_in_customer_id: kind === 'signed-in' ? String(customerOf(luck.below(size.customers))) : '',
      path_prefix: '/apps/tandem',
      shop: shopOf(pickShop()),
      timestamp,
    }
    const text = Object.entries(asked)
      .map((pair) => pair.join('='))
      .sort()
      .join('')
    return `/proxy/offers?${new URLSearchParams({ ...asked, signature: createHmac('sha256', secret).update(text).digest('hex') })}`
  })
}

function askedBy(kind: Kind, product: number): Readonly<Record<string, string>> {
  if (kind === 'published') return { placement: 'product-page', product: String(productOf(product)) }
  if (kind === 'signed-in') return { placement: 'home', market: 'germany', language: 'de', cart: '' }
  const lines = Array.from({ length: kind.cart }, (_, line) => `${productOf(product + line)}:1`)
  return { placement: 'cart-page', cart: lines.join() }
}

/** Numbers from 0 on, of which the nth comes 1/n as often as the first. */
function zipf(count: number, next: () => number): () => number {
  const sums = new Float64Array(count)
  for (let at = 0, sum = 0; at < count; at++) sums[at] = sum += 1 / (at + 1)
  return () => {
    const sought = next() * sums[count - 1]!
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! < sought) low = middle + 1
      else high = middle
    }
    return low
  }
}
