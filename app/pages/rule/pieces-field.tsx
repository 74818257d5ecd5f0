import { NumberField } from '#app/kit/number-field.tsx'

interface PiecesFieldProps {
  readonly label: string
  readonly pieces: number
  readonly fault: string | false
  onChange(pieces: number): void
}

export function PiecesField({ pieces, ...rest }: PiecesFieldProps) {
  return <NumberField number={pieces} {...rest} />
}
