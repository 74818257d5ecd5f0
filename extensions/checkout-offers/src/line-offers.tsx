import { useAdding, type CheckoutApi } from './cart/use-adding.ts'
import { canBeChosen } from './offers.ts'
import type { Readable } from './read/page-api.ts'
import { readSettings } from './read/settings.ts'
import type { PageLine } from './read/visit-of.ts'
import { AddRow } from './rows/add-row.tsx'
import { GreyRows } from './rows/grey-rows.tsx'
import { toldOf } from './seen/publish.ts'
import { useMeasured } from './seen/use-measured.ts'
import { useCards } from './use-cards.ts'

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
  const isHeldOut = useMeasured(
    api,
    shown.kind === 'loading' || !canAddCartLine ? [] : shown.cards.map(({ offer, note }) => toldOf('checkout', offer.product, note)),
  )
  if (isHeldOut || !canAddCartLine) return null
  if (shown.kind === 'loading') return <GreyRows rows={shown.rows} />
  return (
    <>
      {shown.cards.map((card) => (
        <AddRow key={card.offer.product} api={api} card={card} showsPrice={showsPrice} onAdd={(choice) => add(card, choice)} />
      ))}
    </>
  )
}
