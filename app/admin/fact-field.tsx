import type { CollectionId, ProductId } from '#app/commerce/ids.ts'
import type { Field } from '#app/rules/conditions/kind.ts'
import type { Fact } from '#app/rules/conditions/kinds.ts'
import { NamesField } from './names-field.tsx'
import { PickedField } from './picked-field.tsx'
import { PriceRangeField } from './price-range-field.tsx'

interface FactFieldProps {
  readonly fact: Fact
  readonly field: Field
  readonly path: string
  onChange(fact: Fact): void
}

/** The values of one fact, in the field that its kind asks for. */
export function FactField({ fact, field, path, onChange }: FactFieldProps) {
  switch (fact.kind) {
    case 'tag':
    case 'type':
    case 'vendor':
      return (
        field.kind === 'texts' && (
          <NamesField names={fact.names} source={field.source} path={`${path}.names`} onChange={(names) => onChange({ ...fact, names })} />
        )
      )
    case 'product':
      return (
        <PickedField
          kind="product"
          ids={fact.ids}
          path={`${path}.ids`}
          onChange={(ids) => onChange({ ...fact, ids: ids as ProductId[] })}
        />
      )
    case 'collection':
      return (
        <PickedField
          kind="collection"
          ids={fact.ids}
          path={`${path}.ids`}
          onChange={(ids) => onChange({ ...fact, ids: ids as CollectionId[] })}
        />
      )
    case 'price':
      return <PriceRangeField fact={fact} path={path} onChange={onChange} />
  }
}
