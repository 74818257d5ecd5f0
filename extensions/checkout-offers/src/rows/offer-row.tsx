import type { ComponentChildren } from 'preact'
import type { Offer } from '../offers.ts'
import type { BlockApi } from '../read/page-api.ts'
import type { ReadNote } from '../read/read-notes.ts'
import { priceOf, sayWhy } from '../words.ts'

interface OfferRowProps {
  readonly api: Pick<BlockApi, 'i18n' | 'localization'>
  readonly offer: Offer
  readonly note?: ReadNote | undefined
  readonly showsPrice: boolean
  /** Something else that is said of it. */
  readonly line?: string | undefined
  /** What the shopper can do. */
  readonly children: ComponentChildren
}

/** One product: picture, title, price, and what can be done. */
export function OfferRow({ api, offer, note, showsPrice, line, children }: OfferRowProps) {
  const why = note && sayWhy(api, note)
  return (
    <s-grid gridTemplateColumns="auto 1fr auto" gap="base" alignItems="center">
      <s-product-thumbnail size="base" alt="" {...(offer.image && { src: offer.image })} />
      <s-stack gap="none">
        <s-text type="strong">{offer.title}</s-text>
        {showsPrice && <s-text color="subdued">{priceOf(api.i18n, offer)}</s-text>}
        {why && <s-text color="subdued">{why}</s-text>}
        {line && <s-text color="subdued">{line}</s-text>}
      </s-stack>
      {children}
    </s-grid>
  )
}
