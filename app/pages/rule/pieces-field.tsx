import { TextField } from '@shopify/polaris'

interface PiecesFieldProps {
  readonly label: string
  readonly pieces: number
  readonly fault: string | false
  onChange(pieces: number): void
}

export function PiecesField({ label, pieces, fault, onChange }: PiecesFieldProps) {
  return (
    <TextField
      label={label}
      type="number"
      min={1}
      max={100}
      autoComplete="off"
      value={String(pieces)}
      error={fault}
      onChange={(text) => onChange(Number(text))}
    />
  )
}
