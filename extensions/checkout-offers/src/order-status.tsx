import '@shopify/ui-extensions/preact'
import type { Api } from '@shopify/ui-extensions/customer-account.order-status.block.render'
import { render } from 'preact'
import { OrderOffers } from './order-offers.tsx'

declare const shopify: Api

export default function orderStatus() {
  render(<OrderOffers api={shopify} placement="order-status" />, document.body)
}
