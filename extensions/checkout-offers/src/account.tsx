import '@shopify/ui-extensions/preact'
import type { Api } from '@shopify/ui-extensions/customer-account.order-index.block.render'
import { render } from 'preact'
import { AccountOffers } from './account-offers.tsx'

declare const shopify: Api

export default function account() {
  render(<AccountOffers api={shopify} />, document.body)
}
