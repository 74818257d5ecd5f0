import { Button, FormLayout, InlineStack, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { Amounts } from '#app/offers/discount.ts'

interface AmountsFieldProps {
  readonly label: string
  readonly help: string
  readonly amounts: Amounts
  readonly path: string
  onChange(amounts: Amounts): void
}

/** An amount in the shop's own currency, and in others whose shoppers shall read a round one. */
export function AmountsField({ label, help, amounts, path, onChange }: AmountsFieldProps) {
  const { say, currency } = useWords()
  const { faultAt } = useBuilder()
  const [added, setAdded] = useState('')
  const currencies = [...new Set([currency, ...Object.keys(amounts)])]
  const change = (one: string, text: string) => {
    const { [one]: _, ...others } = amounts
    const typed = text.trim().replace(',', '.')
    onChange(typed === '' ? others : { ...others, [one]: typed })
  }
  const isNew = /^[A-Z]{3}$/.test(added) && !currencies.includes(added)
  return (
    <FormLayout>
      {currencies.map((one, at) => (
        <TextField
          key={one}
          label={at === 0 ? label : say('discount.in-currency', { currency: one })}
          {...(at === 0 && { helpText: help })}
          suffix={one}
          inputMode="decimal"
          autoComplete="off"
          value={amounts[one] ?? ''}
          error={faultAt(`${path}.${one}`) || (at === 0 && faultAt(path))}
          onChange={(text) => change(one, text)}
        />
      ))}
      <InlineStack gap="200" blockAlign="end">
        <TextField
          label={say('discount.add-currency')}
          placeholder="USD"
          maxLength={3}
          autoComplete="off"
          value={added}
          onChange={(text) => setAdded(text.toUpperCase())}
        />
        <Button
          disabled={!isNew}
          onClick={() => {
            onChange({ ...amounts, [added]: '' })
            setAdded('')
          }}
        >
          {say('discount.add')}
        </Button>
      </InlineStack>
    </FormLayout>
  )
}
