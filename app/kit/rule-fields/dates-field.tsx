import { FormLayout, TextField } from '@shopify/polaris'
import type { FocusEvent } from 'react'
import { useWords } from '#app/kit/use-words.tsx'
import type { Dates } from '#app/rules/conditions/field.ts'
import { useBuilder } from './builder-context.tsx'

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
        onBlur={clearUnfinished}
        autoComplete="off"
      />
      <TextField
        label={say('builder.dates.to')}
        type="date"
        value={to ?? ''}
        error={faultAt(`${path}.to`)}
        onChange={(day) => onChange({ from, to: day || null })}
        onBlur={clearUnfinished}
        autoComplete="off"
      />
    </FormLayout.Group>
  )
}

/** A day that is left half typed is no day to the browser, and so none in the rule: it does not stay on the screen either. */
function clearUnfinished(event?: FocusEvent): void {
  const input = event?.target
  if (input instanceof HTMLInputElement && input.validity.badInput) input.value = ''
}
