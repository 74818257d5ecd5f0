import { TandemDrawer } from './drawer-element.ts'
import { TandemOffers } from './offers-element.ts'

// Every block of ours brings this script along; the first one on a page counts.
if (!customElements.get('tandem-offers')) {
  // Styles stand before the blocks that need them, where they hold up nothing above; a theme may draw such a part anew.
  const styles = document.querySelector('link[href*="tandem.css"]')
  if (styles) document.head.append(styles.cloneNode())
  customElements.define('tandem-offers', TandemOffers)
  customElements.define('tandem-drawer', TandemDrawer)
}
