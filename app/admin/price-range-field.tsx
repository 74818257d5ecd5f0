import { FormLayout, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { readAmount, toAmount, type Minor } from '#app/commerce/money.ts'
import type { PriceBetween } from '#app/rules/conditions/price-between.ts'
import { useBuilder } from './builder-context.tsx'
import { useWords } from './words.tsx'

interface PriceRangeFieldProps {
  readonly fact: PriceBetween
  readonly path: string
  onChange(fact: PriceBetween): void
}

/** A lowest and a highest price; either may stay open. */
export function PriceRangeField({ fact, path, onChange }: PriceRangeFieldProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  return (
    <FormLayout.Group condensed>
      <PriceField
        label={say('builder.price.least')}
        amount={fact.atLeast}
        fault={faultAt(`${path}.atLeast`)}
        onChange={(atLeast) => onChange({ ...fact, atLeast })}
      />
      <PriceField
        label={say('builder.price.most')}
        amount={fact.atMost}
        fault={faultAt(`${path}.atMost`)}
        onChange={(atMost) => onChange({ ...fact, atMost })}
      />
    </FormLayout.Group>
  )
}

interface PriceFieldProps {
  readonly label: string
  readonly amount: Minor | null
  readonly fault: string | false
  onChange(amount: Minor | null): void
}

function PriceField({ label, amount, fault, onChange }: PriceFieldProps) {
  const { say, currency } = useWords()
  // What is typed stays as typed ("12." on the way to "12.50"); only what it means goes up.
  const [typed, setTyped] = useState(amount === null ? '' : toAmount(amount, currency))
  const meant = readAmount(typed.replace(',', '.'), currency)
  return (
    <TextField
      label={label}
      labelHidden
      placeholder={label}
      suffix={currency}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      error={typed.trim() !== '' && meant === undefined ? say('builder.price.no-amount') : fault}
      onChange={(text) => {
        setTyped(text)
        onChange(readAmount(text.replace(',', '.'), currency) ?? null)
      }}
    />
  )
}
