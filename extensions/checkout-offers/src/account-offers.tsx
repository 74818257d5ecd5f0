import { useEffect, useState } from 'preact/hooks'
import { findAgain, type Again } from './again.ts'
import { LinkRow } from './link-row.tsx'
import type { BlockApi } from './page-api.ts'
import { pastOrders } from './past-orders.ts'
import { readSettings } from './settings.ts'
import { linkTo } from './sold-by.ts'
import { say } from './words.ts'

const BUY_AGAIN = { by: 'buy-again', ref: 'buy-again' }

/** What is used up by now, told by the customer's own orders and by how long it lasts others; then what rules name. */
export function AccountOffers({ api }: { readonly api: BlockApi }) {
  const { heading, cards: most, showsPrice } = readSettings(api.settings.value)
  const [again, setAgain] = useState<Again>()
  const country = api.localization.country.value?.isoCode
  const language = api.localization.language.value.isoCode
  useEffect(() => {
    void pastOrders()
      .then((orders) => findAgain(api.query, orders, { country, language }, Date.now(), most))
      .then(setAgain)
  }, [country, language, most])
  // Most customers have nothing due: grey rows would promise what does not come.
  if (!again) return null
  const { i18n } = api
  const dayOf = (at: number) => i18n.formatDate(new Date(at), { day: 'numeric', month: 'long', year: 'numeric' })
  const rows = [
    ...again.due.map(({ offer, lastAt }) => ({ offer, note: BUY_AGAIN, line: say(i18n, 'last_bought', { date: dayOf(lastAt) }) })),
    ...again.cards.map(({ offer, note }) => ({ offer, note, line: undefined })),
  ].flatMap(({ offer, note, line }) => {
    const href = linkTo(offer, undefined, 'account', note)
    if (!href) return []
    return [<LinkRow key={offer.product} api={api} offer={offer} note={note} href={href} showsPrice={showsPrice} {...(line && { line })} />]
  })
  if (rows.length === 0) return null
  return (
    <s-section heading={heading ?? say(i18n, again.due.length > 0 ? 'again' : 'after')}>
      <s-stack gap="base">{rows}</s-stack>
    </s-section>
  )
}
