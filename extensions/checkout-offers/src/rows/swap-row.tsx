import { useState } from 'preact/hooks'
import type { Added } from '../cart/added.ts'
import type { ShownCard } from '../choose/draw.ts'
import type { Swap } from '../choose/swap-of.ts'
import type { BlockApi } from '../read/page-api.ts'
import { say, sayDifference } from '../words.ts'
import { OfferRow } from './offer-row.tsx'

interface SwapRowProps {
  readonly api: Pick<BlockApi, 'i18n' | 'localization'>
  readonly card: ShownCard
  readonly swap: Swap
  readonly showsPrice: boolean
  onSwap(): Promise<Added>
}

/** A product that may take a line's place, with what that comes to. */
export function SwapRow({ api, card: { offer }, swap, showsPrice, onSwap }: SwapRowProps) {
  const { i18n } = api
  const [state, setState] = useState<'idle' | 'swapping' | Added>('idle')
  async function go() {
    setState('swapping')
    setState(await onSwap())
  }
  return (
    <s-stack gap="small-200">
      <OfferRow api={api} offer={{ ...offer, choices: [swap.choice] }} showsPrice={showsPrice} line={sayDifference(i18n, swap)}>
        <s-button
          variant="secondary"
          loading={state === 'swapping'}
          accessibilityLabel={say(i18n, 'swap_title', { title: offer.title })}
          onClick={() => void go()}
        >
          {say(i18n, 'swap')}
        </s-button>
      </OfferRow>
      {state === 'refused' && <s-text tone="critical">{say(i18n, 'swap_refused')}</s-text>}
    </s-stack>
  )
}
