import { BlockStack, ChoiceList } from '@shopify/polaris'
import type { ReactNode } from 'react'
import { NumberField } from '#app/kit/number-field.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { CartFact } from '#app/rules/conditions/cart-fact.ts'
import type { Field } from '#app/rules/conditions/field.ts'
import { fieldsOf, type Fact } from '#app/rules/conditions/kinds.ts'
import type { Tree } from '#app/rules/conditions/tree.ts'
import { useBuilder } from './builder-context.tsx'
import { DatesField } from './dates-field.tsx'
import { NameField } from './name-field.tsx'
import { NamesField } from './names-field.tsx'
import { PickedField } from './picked-field.tsx'
import { RangeField } from './range-field.tsx'

interface FactFieldsProps {
  /** Draws a condition on products inside the fact. */
  readonly goods: (of: Tree<CartFact>, path: string, onChange: (of: Tree<CartFact>) => void) => ReactNode
  readonly fact: Fact
  readonly path: string
  onChange(fact: Fact): void
}

/** The values of one fact, in the fields that its kind asks for. */
export function FactFields({ fact, ...rest }: FactFieldsProps) {
  return (
    <BlockStack gap="200">
      {fieldsOf(fact.kind).map((field) => (
        <FactField key={field.kind} field={field} fact={fact} {...rest} />
      ))}
    </BlockStack>
  )
}

function FactField({ field, fact, path, goods, onChange }: FactFieldsProps & { readonly field: Field }) {
  const { say } = useWords()
  const { faultAt } = useBuilder()
  // A fact has what its kind's fields stand for, whichever kind it is.
  const filled = fact as never
  const change = (part: object) => onChange({ ...fact, ...part })
  switch (field.kind) {
    case 'products':
      return <PickedField kind="product" ids={filled['ids']} path={`${path}.ids`} onChange={(ids) => change({ ids })} />
    case 'collections':
      return <PickedField kind="collection" ids={filled['ids']} path={`${path}.ids`} onChange={(ids) => change({ ids })} />
    case 'names':
      return <NamesField names={filled['names']} source={field.source} path={`${path}.names`} onChange={(names) => change({ names })} />
    case 'name':
      return <NameField name={filled['name']} source={field.source} path={`${path}.name`} onChange={(name) => change({ name })} />
    case 'range':
      return <RangeField range={filled} unit={field.unit} path={path} onChange={change} />
    case 'dates':
      return <DatesField dates={filled} path={path} onChange={change} />
    case 'days':
      return (
        <NumberField
          label={say('builder.days')}
          labelHidden
          suffix={say('builder.days')}
          number={filled['days']}
          fault={faultAt(`${path}.days`)}
          onChange={(days) => change({ days })}
        />
      )
    case 'weekdays':
      return (
        <ChoiceList
          allowMultiple
          title={say('builder.weekdays')}
          titleHidden
          choices={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: say(`weekday.${day}`) }))}
          selected={(filled['weekdays'] as readonly number[]).map(String)}
          error={faultAt(`${path}.weekdays`) || ''}
          onChange={(days: string[]) => change({ weekdays: days.map(Number).sort() })}
        />
      )
    case 'goods':
      return goods(filled['of'], `${path}.of`, (of) => change({ of }))
  }
}
