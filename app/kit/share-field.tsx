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
  const [typed, setTyped] = useState(share === undefined ? '' : String(share / 100))
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
        onChange(text.trim() === '' ? undefined : readShare(text))
      }}
    />
  )
}

/** What is no such percentage stands for one that nobody takes. */
function readShare(text: string): number {
  const found = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : -1
}
