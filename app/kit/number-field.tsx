import { TextField } from '@shopify/polaris'
import { useState } from 'react'
import { readDecimal } from './read-decimal.ts'

interface NumberFieldProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly help?: string
  readonly suffix?: string
  readonly number: number
  readonly fault: string | false
  onChange(number: number): void
}

/**
 * A whole number as a person writes it. No browser's number field: those count up and down under the mouse's wheel, and tell nothing of
 * what is no number. What is typed stays as typed; what is no number goes up as it is, and whoever reads the whole refuses it.
 */
export function NumberField({ label, labelHidden = false, help, suffix, number, fault, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(number))
  return (
    <TextField
      label={label}
      labelHidden={labelHidden}
      {...(help !== undefined && { helpText: help })}
      {...(suffix !== undefined && { suffix })}
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      error={fault}
      onChange={(text) => {
        setTyped(text)
        onChange(readDecimal(text) ?? (text as never))
      }}
    />
  )
}
