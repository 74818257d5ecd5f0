import { AddRow } from './add-row.tsx'
import { GreyRows } from './grey-rows.tsx'
import { canBeChosen } from './offers.ts'
import { toldOf } from './publish.ts'
import { readSettings } from './settings.ts'
import { useAdding, type CheckoutApi } from './use-adding.ts'
import { useCards } from './use-cards.ts'
import { useSeen } from './use-seen.ts'
import { say } from './words.ts'

/** What goes well with the order at the checkout, to be added one by one. Nothing where nothing can be added. */
export function CheckoutOffers({ api }: { readonly api: CheckoutApi }) {
  const { heading, cards: most, showsPrice, isBesideLines } = readSettings(api.settings.value)
  const isWanted = ({ words }: { words: readonly { nest?: true }[] }) => !isBesideLines || words.every(({ nest }) => !nest)
  const { shown, ask } = useCards(api, { placement: 'checkout', most, isWanted, isOffered: canBeChosen })
  const { add, added } = useAdding(api, ask)
  const { canAddCartLine } = api.instructions.value.lines
  useSeen(
    api,
    shown.kind === 'loading' || !canAddCartLine ? [] : shown.cards.map(({ offer, note }) => toldOf('checkout', offer.product, note)),
  )
  const hasCards = shown.kind === 'loading' || shown.cards.length > 0
  if (!canAddCartLine || (!hasCards && added === undefined)) return null
  return (
    <s-stack gap="large">
      {hasCards && <s-heading>{heading ?? say(api.i18n, 'checkout')}</s-heading>}
      {shown.kind === 'loading' ? (
        <GreyRows rows={shown.rows} />
      ) : (
        shown.cards.map((card) => (
          <AddRow key={card.offer.product} api={api} card={card} showsPrice={showsPrice} onAdd={(choice) => add(card, choice)} />
        ))
      )}
      {added !== undefined && <s-text tone="success">{say(api.i18n, 'added', { title: added })}</s-text>}
    </s-stack>
  )
}
