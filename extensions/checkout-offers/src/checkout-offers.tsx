import { useAdding, type CheckoutApi } from './cart/use-adding.ts'
import { useSwapping } from './cart/use-swapping.ts'
import { swapOf } from './choose/swap-of.ts'
import { canBeChosen } from './offers.ts'
import { headingOf } from './read/heading-of.ts'
import { readSettings } from './read/settings.ts'
import { AddRow } from './rows/add-row.tsx'
import { GreyRows } from './rows/grey-rows.tsx'
import { SubscriptionRow } from './rows/subscription-row.tsx'
import { SwapRow } from './rows/swap-row.tsx'
import { UndoRow } from './rows/undo-row.tsx'
import { toldOf } from './seen/publish.ts'
import { useMeasured } from './seen/use-measured.ts'
import { useCards } from './use-cards.ts'
import { say, sayGap } from './words.ts'

/** What goes well with the order at the checkout, to be added one by one. Nothing where nothing can be added. */
export function CheckoutOffers({ api }: { readonly api: CheckoutApi }) {
  const { heading, cards: most, showsPrice, isBesideLines } = readSettings(api.settings.value)
  const isWanted = ({ words }: { words: readonly { nest?: true }[] }) => !isBesideLines || words.every(({ nest }) => !nest)
  const { shown, ask, bySubscription } = useCards(api, { placement: 'checkout', most, isWanted, isOffered: canBeChosen })
  const { add, added } = useAdding(api, ask)
  const { swap, subscribe, undo, swapped } = useSwapping(api)
  const { canAddCartLine } = api.instructions.value.lines
  const isHeldOut = useMeasured(
    api,
    shown.kind === 'loading' || !canAddCartLine ? [] : shown.cards.map(({ offer, note }) => toldOf('checkout', offer.product, note)),
  )
  const hasCards = shown.kind === 'loading' || shown.cards.length > 0
  if (isHeldOut || !canAddCartLine || (!hasCards && added === undefined && !swapped)) return null
  const gap = shown.kind === 'cards' && hasCards ? sayGap(api.i18n, shown.gap, api.cost.subtotalAmount.value?.currencyCode) : undefined
  return (
    <s-stack gap="large">
      {hasCards && <s-heading>{heading ?? headingOf(api, 'checkout') ?? say(api.i18n, 'checkout')}</s-heading>}
      {gap !== undefined && <s-text>{gap}</s-text>}
      {shown.kind === 'loading' ? (
        <GreyRows rows={shown.rows} />
      ) : (
        shown.cards.map((card) => {
          const found = card.note.instead && swapOf(card.beside, card.offer, api.lines.value)
          const rest = { key: card.offer.product, api, card, showsPrice }
          const subscription = card.offer.product === card.beside ? bySubscription(card.beside) : undefined
          if (subscription)
            return (
              <SubscriptionRow {...rest} subscription={subscription} onSubscribe={(plan) => subscribe(card, subscription.line, plan)} />
            )
          return found ? (
            <SwapRow {...rest} swap={found} onSwap={() => swap(card)} />
          ) : (
            <AddRow {...rest} onAdd={(choice) => add(card, choice)} />
          )
        })
      )}
      {swapped && (
        <UndoRow
          api={api}
          done={swapped.isSubscription ? 'subscribed' : 'swapped'}
          title={swapped.before.merchandise.title ?? ''}
          onUndo={undo}
        />
      )}
      {added !== undefined && <s-text tone="success">{say(api.i18n, 'added', { title: added })}</s-text>}
    </s-stack>
  )
}
