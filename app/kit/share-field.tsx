import { TextField } from '@shopify/polaris'
import { useState } from 'react'

interface ShareFieldProps {
  readonly label: string
  readonly help?: string
  /** Hundredths of a percent; undefined for nothing. */
  readonly share: number | undefined
  readonly fault: string | false
  onChange(share: number | undefined): void
}

/** A percentage with up to two digits behind its point, kept in hundredths. What is typed stays as typed. */
export function ShareField({ label, help, share, fault, onChange }: ShareFieldProps) {
  const [typed, setTyped] = useState(() => (typeof share === 'number' ? String(share / 100) : (share ?? '')))
  return (
    <TextField
      label={label}
      {...(help !== undefined && { helpText: help })}
      suffix="%"
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      error={fault}
      onChange={(text) => {
        setTyped(text)
        onChange(text.trim() === '' ? undefined : (readShare(text) ?? (text as never)))
      }}
    />
  )
}

/** What is no such percentage goes up as it was typed: nobody takes it. */
function readShare(text: string): number | undefined {
  const found = /^(\d{1,4})(?:[.,](\d{0,2}))?$/.exec(text.trim())
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}
