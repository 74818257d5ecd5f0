import { Checkbox, TextField } from '@shopify/polaris'
import type { ProductId } from '#app/commerce/ids.ts'
import { useBuilder } from '#app/kit/rule-fields/builder-context.tsx'
import { PickedField } from '#app/kit/rule-fields/picked-field.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { PreviewRequest } from './preview-request.ts'

interface VisitingCartProps {
  readonly cart: PreviewRequest['cart']
  readonly isForeign: boolean
  onChange(part: Partial<Pick<PreviewRequest, 'cart' | 'isForeign'>>): void
}

/** What is in the cart already, and whether it is in the shop's own currency. */
export function VisitingCart({ cart, isForeign, onChange }: VisitingCartProps) {
  const { say } = useWords()
  const { titleOf } = useBuilder()
  const quantityOf = (id: number) => cart.find((line) => line.id === id)?.quantity ?? 1
  return (
    <TitledCard title={say('preview.cart')} gap="300">
      <PickedField
        kind="product"
        ids={cart.map(({ id }) => id)}
        path="cart"
        onChange={(ids) => onChange({ cart: ids.map((id) => ({ id: id as ProductId, quantity: quantityOf(id) })) })}
      />
      {cart.map(({ id, quantity }) => (
        <TextField
          key={id}
          label={say('preview.quantity', { title: titleOf('product', id) ?? `#${id}` })}
          type="number"
          min={1}
          max={9999}
          value={String(quantity)}
          onChange={(typed) => {
            const pieces = Math.min(9999, Math.max(1, Math.floor(Number(typed))))
            onChange({ cart: cart.map((line) => (line.id === id ? { id, quantity: pieces } : line)) })
          }}
          autoComplete="off"
        />
      ))}
      {cart.length > 0 && (
        <Checkbox label={say('preview.foreign')} checked={isForeign} onChange={(foreign) => onChange({ isForeign: foreign })} />
      )}
    </TitledCard>
  )
}
