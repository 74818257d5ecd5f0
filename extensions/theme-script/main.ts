import { TandemDrawer } from './drawer-element.ts'
import { TandemOffers } from './offers-element.ts'

// Every block of ours brings this script along; the first one on a page counts.
if (!customElements.get('tandem-offers')) {
  customElements.define('tandem-offers', TandemOffers)
  customElements.define('tandem-drawer', TandemDrawer)
}
