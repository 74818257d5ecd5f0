import '@shopify/ui-extensions/preact'
import type { Api } from '@shopify/ui-extensions/purchase.thank-you.block.render'
import { render } from 'preact'
import { OrderOffers } from './order-offers.tsx'

declare const shopify: Api

export default function thankYou() {
  render(<OrderOffers api={shopify} placement="thank-you" />, document.body)
}
