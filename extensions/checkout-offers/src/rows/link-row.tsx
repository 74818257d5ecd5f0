import type { Offer } from '../offers.ts'
import type { BlockApi } from '../read/page-api.ts'
import type { ReadNote } from '../read/read-notes.ts'
import { publish, type ToldOffer } from '../seen/publish.ts'
import { say } from '../words.ts'
import { OfferRow } from './offer-row.tsx'

interface LinkRowProps {
  readonly api: Pick<BlockApi, 'i18n' | 'localization' | 'analytics' | 'customerPrivacy'>
  readonly offer: Offer
  readonly note?: ReadNote
  readonly href: string
  readonly showsPrice: boolean
  readonly line?: string
  /** As pixels hear of it. */
  readonly told: ToldOffer
}

/** A product where nothing can be added: it leads to the product's page in the shop. */
export function LinkRow({ api, offer, note, href, showsPrice, line, told }: LinkRowProps) {
  return (
    <OfferRow api={api} offer={offer} note={note} showsPrice={showsPrice} {...(line && { line })}>
      <s-button
        variant="secondary"
        href={href}
        accessibilityLabel={say(api.i18n, 'view_title', { title: offer.title })}
        onClick={() => publish(api, 'clicked', [told])}
      >
        {say(api.i18n, 'view')}
      </s-button>
    </OfferRow>
  )
}
