import { useState } from 'preact/hooks'
import type { Added } from '../cart/added.ts'
import type { ShownCard } from '../choose/draw.ts'
import type { Subscription } from '../choose/subscription-of.ts'
import type { BlockApi } from '../read/page-api.ts'
import { say, sayPlan } from '../words.ts'
import { OfferRow } from './offer-row.tsx'

interface SubscriptionRowProps {
  readonly api: Pick<BlockApi, 'i18n' | 'localization'>
  readonly card: ShownCard
  readonly subscription: Subscription
  readonly showsPrice: boolean
  onSubscribe(planId: string): Promise<Added>
}

/** A product of the order by subscription, with what each plan comes to. Of several plans none is chosen for the shopper. */
export function SubscriptionRow({ api, card: { offer }, subscription: { line, plans }, showsPrice, onSubscribe }: SubscriptionRowProps) {
  const { i18n } = api
  const [first] = plans
  const isOne = plans.length === 1
  const [chosen, setChosen] = useState('')
  const [state, setState] = useState<'idle' | 'unchosen' | 'swapping' | Added>('idle')
  // What it costs now, as in the theme's card; by a plan the difference is said.
  const choices = offer.choices.filter(({ id }) => id === line.merchandise.id)

  async function subscribe() {
    const id = isOne ? first?.id : chosen
    if (!id) return setState('unchosen')
    setState('swapping')
    setState(await onSubscribe(id))
  }

  return (
    <s-stack gap="small-200">
      <OfferRow
        api={api}
        offer={{ ...offer, choices, isPartial: false }}
        showsPrice={showsPrice}
        line={isOne && first ? sayPlan(i18n, first) : say(i18n, 'by_subscription')}
      >
        <s-button
          variant="secondary"
          loading={state === 'swapping'}
          accessibilityLabel={say(i18n, 'subscribe_title', { title: offer.title })}
          onClick={() => void subscribe()}
        >
          {say(i18n, 'subscribe')}
        </s-button>
      </OfferRow>
      {!isOne && (
        <s-select
          label={say(i18n, 'plan', { title: offer.title })}
          placeholder={say(i18n, 'choose_plan')}
          value={chosen}
          {...(state === 'unchosen' && { error: say(i18n, 'choose_plan') })}
          onChange={(event) => {
            setChosen((event.currentTarget as { value?: string } | null)?.value ?? '')
            setState('idle')
          }}
        >
          {plans.map((plan) => (
            <s-option key={plan.id} value={plan.id}>
              {sayPlan(i18n, plan)}
            </s-option>
          ))}
        </s-select>
      )}
      {state === 'refused' && <s-text tone="critical">{say(i18n, 'swap_refused')}</s-text>}
    </s-stack>
  )
}
