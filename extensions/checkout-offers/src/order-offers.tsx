import type { Placement } from '../../../app/commerce/placement.ts'
import { linkTo } from './cart/sold-by.ts'
import { headingOf } from './read/heading-of.ts'
import type { PageApi } from './read/page-api.ts'
import { readSettings } from './read/settings.ts'
import { GreyRows } from './rows/grey-rows.tsx'
import { LinkRow } from './rows/link-row.tsx'
import { toldOf } from './seen/publish.ts'
import { useMeasured } from './seen/use-measured.ts'
import { useCards } from './use-cards.ts'
import { say } from './words.ts'

interface OrderOffersProps {
  readonly api: PageApi
  readonly placement: Extract<Placement, 'thank-you' | 'order-status'>
}

/** What is needed next with what was bought: consumables, care, refills. It is bought in the shop, where the links lead. */
export function OrderOffers({ api, placement }: OrderOffersProps) {
  const { heading, cards: most, showsPrice } = readSettings(api.settings.value)
  const { shown } = useCards(api, { placement, most })
  const cards = (shown.kind === 'loading' ? [] : shown.cards).flatMap(({ offer, note }) => {
    const href = linkTo(offer, api.shop.storefrontUrl, placement, note)
    return href ? [{ offer, note, href, told: toldOf(placement, offer.product, note) }] : []
  })
  const isHeldOut = useMeasured(
    api,
    cards.map(({ told }) => told),
  )
  const links = cards.map((card) => <LinkRow key={card.offer.product} api={api} {...card} showsPrice={showsPrice} />)
  if (isHeldOut || (shown.kind !== 'loading' && links.length === 0)) return null
  return (
    <s-stack gap="large">
      <s-heading>{heading ?? headingOf(api, 'after') ?? say(api.i18n, 'after')}</s-heading>
      {shown.kind === 'loading' ? <GreyRows rows={shown.rows} /> : links}
    </s-stack>
  )
}
