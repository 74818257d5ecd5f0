import { FormLayout, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { readAmount, toAmount, type Minor } from '#app/commerce/money.ts'
import { plainDecimal, readDecimal } from '#app/kit/read-decimal.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { Range, Unit } from '#app/rules/conditions/field.ts'
import { useBuilder } from './builder-context.tsx'

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
  const read = (text: string) => (unit === 'money' ? readMoney(text, currency) : readNumber(text, unit))
  // What is typed stays as typed ("12." on the way to "12.50"); what it means goes up.
  const [typed, setTyped] = useState(() => writtenAs(number, unit, currency))
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
        onChange(text.trim() === '' ? null : (read(text) ?? asTyped(text)))
      }}
    />
  )
}

/**
 * What is typed and is no number stands in the rule as it is: nobody takes such a rule, so none is saved that says less than the
 * screen.
 */
const asTyped = (text: string) => text as never

function writtenAs(number: number | null, unit: Unit, currency: string): string {
  if (number === null) return ''
  return unit === 'money' && typeof number === 'number' ? toAmount(number as Minor, currency) : String(number)
}

/** An amount with more digits behind its point than money has would be cut; none lies below nothing. */
function readMoney(text: string, currency: string): Minor | undefined {
  const plain = plainDecimal(text)
  const amount = plain === undefined ? undefined : readAmount(plain, currency)
  const digitsOf = (written: string) => written.split('.')[1]?.length ?? 0
  return amount !== undefined && amount >= 0 && digitsOf(plain!) <= digitsOf(toAmount(amount, currency)) ? amount : undefined
}

function readNumber(text: string, unit: Unit): number | undefined {
  const number = readDecimal(text)
  if (number === undefined) return undefined
  return unit === 'number' || (Number.isInteger(number) && number >= 0) ? number : undefined
}
