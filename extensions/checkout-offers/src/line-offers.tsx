import { AddRow } from './add-row.tsx'
import { GreyRows } from './grey-rows.tsx'
import { canBeChosen } from './offers.ts'
import type { Readable } from './page-api.ts'
import { toldOf } from './publish.ts'
import { readSettings } from './settings.ts'
import { useAdding, type CheckoutApi } from './use-adding.ts'
import { useCards } from './use-cards.ts'
import { useSeen } from './use-seen.ts'
import type { PageLine } from './visit-of.ts'

/** The one product that hangs on a line of the order, below it. Nothing below a line that hangs on another. */
export function LineOffers({ api }: { readonly api: CheckoutApi & { readonly target: Readable<PageLine> } }) {
  const line = api.target.value
  const { showsPrice } = readSettings(api.settings.value)
  const { shown, ask } = useCards(api, {
    placement: 'checkout',
    most: 1,
    beside: line.parentRelationship ? [] : [line],
    isOffered: canBeChosen,
    isWanted: ({ words }) => words.some(({ nest }) => nest),
  })
  const { add } = useAdding(api, ask)
  const { canAddCartLine } = api.instructions.value.lines
  useSeen(
    api,
    shown.kind === 'loading' || !canAddCartLine ? [] : shown.cards.map(({ offer, note }) => toldOf('checkout', offer.product, note)),
  )
  if (!canAddCartLine) return null
  if (shown.kind === 'loading') return <GreyRows rows={shown.rows} />
  return (
    <>
      {shown.cards.map((card) => (
        <AddRow key={card.offer.product} api={api} card={card} showsPrice={showsPrice} onAdd={(choice) => add(card, choice)} />
      ))}
    </>
  )
}
