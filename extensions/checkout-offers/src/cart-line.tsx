import '@shopify/ui-extensions/preact'
import type { Api } from '@shopify/ui-extensions/purchase.checkout.cart-line-item.render-after'
import { render } from 'preact'
import { LineOffers } from './line-offers.tsx'

declare const shopify: Api

export default function cartLine() {
  render(<LineOffers api={shopify} />, document.body)
}
