import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect, useState } from 'react'
import type { Placement } from '#app/commerce/placement.ts'

/** Where each of our blocks on Shopify's own pages is drawn. */
const TARGETS: Readonly<Record<string, Placement>> = {
  'purchase.checkout.block.render': 'checkout',
  'purchase.checkout.cart-line-item.render-after': 'checkout',
  'purchase.thank-you.block.render': 'thank-you',
  'customer-account.order-status.block.render': 'order-status',
  'customer-account.order-index.block.render': 'account',
}

/** Placements on Shopify's own pages where a block of ours stands; undefined until Shopify has told. Takes no access scope. */
export function usePlaced(): ReadonlySet<Placement> | undefined {
  const shopify = useAppBridge()
  const [placed, setPlaced] = useState<ReadonlySet<Placement>>()
  useEffect(() => {
    shopify.app.extensions().then(
      (extensions) => {
        const targets = extensions.flatMap(({ activations }) => activations.map(({ target }) => target))
        setPlaced(new Set(targets.flatMap((target) => TARGETS[target] ?? [])))
      },
      // Nothing is said of what nobody tells.
      () => {},
    )
  }, [shopify])
  return placed
}
