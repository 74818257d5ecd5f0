import { useState } from 'preact/hooks'
import type { Added } from '../cart/added.ts'
import type { ShownCard } from '../choose/draw.ts'
import type { BlockApi } from '../read/page-api.ts'
import { say, sayDeal } from '../words.ts'
import { OfferRow } from './offer-row.tsx'

interface AddRowProps {
  readonly api: Pick<BlockApi, 'i18n' | 'localization'>
  readonly card: ShownCard
  readonly showsPrice: boolean
  /** Adds one of the product's choices. */
  onAdd(choiceId: string): Promise<Added>
}

/** A product that can be added to the order. Where it comes in several choices, none is made for the shopper. */
export function AddRow({ api, card, showsPrice, onAdd }: AddRowProps) {
  const { offer, note } = card
  const [only] = offer.choices
  const isOne = offer.choices.length === 1
  const [choice, setChoice] = useState('')
  const [state, setState] = useState<'idle' | 'adding' | 'unchosen' | Added>('idle')
  const { i18n } = api

  async function add() {
    const id = isOne ? only?.id : choice
    if (!id) return setState('unchosen')
    setState('adding')
    setState(await onAdd(id))
  }

  return (
    <s-stack gap="small-200">
      <OfferRow api={api} offer={offer} note={note} showsPrice={showsPrice} line={sayDeal(i18n, note, offer)}>
        <s-button
          variant="secondary"
          loading={state === 'adding'}
          disabled={state === 'sold-out'}
          accessibilityLabel={say(i18n, 'add_title', { title: offer.title })}
          onClick={() => void add()}
        >
          {say(i18n, 'add')}
        </s-button>
      </OfferRow>
      {!isOne && (
        <s-select
          label={say(i18n, 'option', { title: offer.title })}
          placeholder={say(i18n, 'choose')}
          value={choice}
          {...(state === 'unchosen' && { error: say(i18n, 'choose') })}
          onChange={(event) => {
            setChoice((event.currentTarget as { value?: string } | null)?.value ?? '')
            setState('idle')
          }}
        >
          {offer.choices.map(({ id, title }) => (
            <s-option key={id} value={id}>
              {title}
            </s-option>
          ))}
        </s-select>
      )}
      {(state === 'refused' || state === 'sold-out') && (
        <s-text tone="critical">{say(i18n, state === 'refused' ? 'refused' : 'sold_out')}</s-text>
      )}
    </s-stack>
  )
}
