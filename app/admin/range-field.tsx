import { FormLayout, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { readAmount, toAmount, type Minor } from '#app/commerce/money.ts'
import type { Range, Unit } from '#app/rules/conditions/field.ts'
import { useBuilder } from './builder-context.tsx'
import { useWords } from './words.tsx'

interface RangeFieldProps {
  readonly range: Range
  readonly unit: Unit
  readonly path: string
  onChange(range: Range): void
}

/** A lowest and a highest number; either may stay open. */
export function RangeField({ range: { atLeast, atMost }, unit, path, onChange }: RangeFieldProps) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  return (
    <FormLayout.Group condensed>
      <EndField
        label={say('builder.range.least')}
        number={atLeast}
        unit={unit}
        fault={faultAt(`${path}.atLeast`)}
        onChange={(number) => onChange({ atLeast: number, atMost })}
      />
      <EndField
        label={say('builder.range.most')}
        number={atMost}
        unit={unit}
        fault={faultAt(`${path}.atMost`)}
        onChange={(number) => onChange({ atLeast, atMost: number })}
      />
    </FormLayout.Group>
  )
}

interface EndFieldProps {
  readonly label: string
  readonly number: number | null
  readonly unit: Unit
  readonly fault: string | false
  onChange(number: number | null): void
}

function EndField({ label, number, unit, fault, onChange }: EndFieldProps) {
  const { say, currency } = useWords()
  const read = (text: string) => (unit === 'money' ? readAmount(text.replace(',', '.'), currency) : readNumber(text, unit))
  // What is typed stays as typed ("12." on the way to "12.50"); only what it means goes up.
  const [typed, setTyped] = useState(number === null ? '' : unit === 'money' ? toAmount(number as Minor, currency) : String(number))
  const isWrong = typed.trim() !== '' && read(typed) === undefined
  return (
    <TextField
      label={label}
      labelHidden
      placeholder={label}
      suffix={unit === 'money' ? currency : unit === 'percent' ? '%' : undefined}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      error={isWrong ? say(unit === 'money' ? 'builder.range.no-amount' : 'builder.range.no-number') : fault}
      onChange={(text) => {
        setTyped(text)
        onChange(read(text) ?? null)
      }}
    />
  )
}

function readNumber(text: string, unit: Unit): number | undefined {
  const number = text.trim() === '' ? NaN : Number(text.replace(',', '.'))
  if (!Number.isFinite(number)) return undefined
  return unit === 'number' || (Number.isInteger(number) && number >= 0) ? number : undefined
}
