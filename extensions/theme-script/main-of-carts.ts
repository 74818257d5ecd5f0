import { TandemCart } from './cart-element.ts'
import { TandemSwap } from './swap-element.ts'

if (!customElements.get('tandem-swap')) {
  customElements.define('tandem-swap', TandemSwap)
  customElements.define('tandem-cart', TandemCart)
}
