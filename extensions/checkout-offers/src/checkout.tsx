import '@shopify/ui-extensions/preact'
import type { Api } from '@shopify/ui-extensions/purchase.checkout.block.render'
import { render } from 'preact'
import { CheckoutOffers } from './checkout-offers.tsx'

declare const shopify: Api

export default function checkout() {
  render(<CheckoutOffers api={shopify} />, document.body)
}
