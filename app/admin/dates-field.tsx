import { FormLayout, TextField } from '@shopify/polaris'
import type { Dates } from '#app/rules/conditions/field.ts'
import { useBuilder } from './builder-context.tsx'
import { useWords } from './words.tsx'

interface DatesFieldProps {
  readonly dates: Dates
  readonly path: string
  onChange(dates: Dates): void
}

/** A first and a last day; either may stay open. */
export function DatesField({ dates: { from, to }, path, onChange }: DatesFieldProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  return (
    <FormLayout.Group condensed>
      <TextField
        label={say('builder.dates.from')}
        type="date"
        value={from ?? ''}
        error={faultAt(`${path}.from`)}
        onChange={(day) => onChange({ from: day || null, to })}
        autoComplete="off"
      />
      <TextField
        label={say('builder.dates.to')}
        type="date"
        value={to ?? ''}
        error={faultAt(`${path}.to`)}
        onChange={(day) => onChange({ from, to: day || null })}
        autoComplete="off"
      />
    </FormLayout.Group>
  )
}
