import { useEffect, useState } from 'preact/hooks'
import { linkTo } from './cart/sold-by.ts'
import { findAgain, type Again } from './choose/again.ts'
import type { Offer } from './offers.ts'
import type { BlockApi } from './read/page-api.ts'
import { pastOrders } from './read/past-orders.ts'
import type { ReadNote } from './read/read-notes.ts'
import { readSettings } from './read/settings.ts'
import { LinkRow } from './rows/link-row.tsx'
import { toldOf } from './seen/publish.ts'
import { useSeen } from './seen/use-seen.ts'
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
  const { i18n } = api
  const dayOf = (at: number) => i18n.formatDate(new Date(at), { day: 'numeric', month: 'short', year: 'numeric' })
  const due = (again?.due ?? []).map(({ offer, lastAt }) => ({
    offer,
    note: BUY_AGAIN,
    line: say(i18n, 'last_bought', { date: dayOf(lastAt) }),
  }))
  const groups = [
    { name: 'again', rows: rowsOf(due) },
    { name: 'after', rows: rowsOf(again?.cards ?? []) },
  ].filter(({ rows }) => rows.length > 0)
  useSeen(
    api,
    groups.flatMap(({ rows }) => rows.map(({ told }) => told)),
  )
  // Most customers have nothing due: grey rows would promise what does not come.
  if (groups.length === 0) return null
  return (
    <s-stack gap="large">
      {groups.map(({ name, rows }, at) => (
        <s-section key={name} heading={(at === 0 ? heading : undefined) ?? say(i18n, name)}>
          <s-stack gap="large">
            {rows.map((row) => (
              <LinkRow key={row.offer.product} api={api} {...row} showsPrice={showsPrice} />
            ))}
          </s-stack>
        </s-section>
      ))}
    </s-stack>
  )
}

interface Row {
  readonly offer: Offer
  readonly note: ReadNote
  readonly line?: string
}

/** What the shop shows nowhere leads nowhere. */
function rowsOf(rows: readonly Row[]) {
  return rows.flatMap((row) => {
    const href = linkTo(row.offer, undefined, 'account', row.note)
    return href ? [{ ...row, href, told: toldOf('account', row.offer.product, row.note) }] : []
  })
}
