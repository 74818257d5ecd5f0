import { AddRow } from './add-row.tsx'
import { GreyRows } from './grey-rows.tsx'
import { canBeChosen } from './offers.ts'
import { toldOf } from './publish.ts'
import { readSettings } from './settings.ts'
import { swapOf } from './swap-of.ts'
import { SwapRow } from './swap-row.tsx'
import { UndoRow } from './undo-row.tsx'
import { useAdding, type CheckoutApi } from './use-adding.ts'
import { useCards } from './use-cards.ts'
import { useSeen } from './use-seen.ts'
import { useSwapping } from './use-swapping.ts'
import { say, sayGap } from './words.ts'

/** What goes well with the order at the checkout, to be added one by one. Nothing where nothing can be added. */
export function CheckoutOffers({ api }: { readonly api: CheckoutApi }) {
  const { heading, cards: most, showsPrice, isBesideLines } = readSettings(api.settings.value)
  const isWanted = ({ words }: { words: readonly { nest?: true }[] }) => !isBesideLines || words.every(({ nest }) => !nest)
  const { shown, ask } = useCards(api, { placement: 'checkout', most, isWanted, isOffered: canBeChosen })
  const { add, added } = useAdding(api, ask)
  const { swap, undo, swapped } = useSwapping(api)
  const { canAddCartLine } = api.instructions.value.lines
  useSeen(
    api,
    shown.kind === 'loading' || !canAddCartLine ? [] : shown.cards.map(({ offer, note }) => toldOf('checkout', offer.product, note)),
  )
  const hasCards = shown.kind === 'loading' || shown.cards.length > 0
  if (!canAddCartLine || (!hasCards && added === undefined && !swapped)) return null
  const gap = shown.kind === 'cards' && hasCards ? sayGap(api.i18n, shown.gap, api.cost.subtotalAmount.value?.currencyCode) : undefined
  return (
    <s-stack gap="large">
      {hasCards && <s-heading>{heading ?? say(api.i18n, 'checkout')}</s-heading>}
      {gap !== undefined && <s-text>{gap}</s-text>}
      {shown.kind === 'loading' ? (
        <GreyRows rows={shown.rows} />
      ) : (
        shown.cards.map((card) => {
          const found = card.note.instead && swapOf(card.beside, card.offer, api.lines.value)
          const rest = { key: card.offer.product, api, card, showsPrice }
          return found ? (
            <SwapRow {...rest} swap={found} onSwap={() => swap(card)} />
          ) : (
            <AddRow {...rest} onAdd={(choice) => add(card, choice)} />
          )
        })
      )}
      {swapped && <UndoRow api={api} title={swapped.before.merchandise.title ?? ''} onUndo={undo} />}
      {added !== undefined && <s-text tone="success">{say(api.i18n, 'added', { title: added })}</s-text>}
    </s-stack>
  )
}
