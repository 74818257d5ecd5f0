import { Select } from '@shopify/polaris'
import { useRef } from 'react'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Rule } from '#app/rules/rule.ts'

type Offer = Rule['offer']

interface InsteadFieldProps {
  readonly offer: Offer
  onChange(offer: Offer): void
}

const WAYS = ['no', 'product', 'subscription'] as const
type Way = (typeof WAYS)[number]

/** Whether a product is offered by subscription its plans tell. */
const ANYTHING = { where: { kind: 'all', of: [] }, joins: [], except: null, need: null } as const

/** What an offer does in a cart. Whoever tries the subscription and thinks better of it finds all else as it was typed. */
export function InsteadField({ offer, onChange }: InsteadFieldProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  const typed = useRef<Offer>()
  const way = wayOf(offer)
  function choose(chosen: Way) {
    if (chosen === 'subscription' && way !== 'subscription') typed.current = offer
    onChange(offerIn(chosen, way === 'subscription' ? (typed.current ?? offer) : offer))
  }
  return (
    <Select
      label={say('builder.instead')}
      value={way}
      options={WAYS.map((one) => ({ value: one, label: say(`builder.instead.${one}`) }))}
      helpText={way === 'no' ? undefined : say(`builder.instead.${way}.help`)}
      error={faultAt('offer.instead')}
      onChange={(chosen) => choose(chosen as Way)}
    />
  )
}

function wayOf({ instead }: Offer): Way {
  if (instead === 'subscription') return 'subscription'
  return instead ? 'product' : 'no'
}

function offerIn(way: Way, offer: Offer): Offer {
  switch (way) {
    case 'no':
      return { ...offer, instead: undefined }
    case 'product':
      return { ...offer, instead: true }
    case 'subscription':
      return { ...ANYTHING, sort: offer.sort, most: offer.most, instead: 'subscription' }
    default:
      return way satisfies never
  }
}
