import { Checkbox, TextField } from '@shopify/polaris'
import { NamesField } from '#app/kit/rule-fields/names-field.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { PreviewRequest } from './preview-request.ts'

interface VisitingCustomerProps {
  readonly customer: PreviewRequest['customer']
  onChange(customer: PreviewRequest['customer']): void
}

/** Who looks at the page: nobody whom the shop knows, or a customer with so many orders and such tags. */
export function VisitingCustomer({ customer, onChange }: VisitingCustomerProps) {
  const { say } = useWords()
  return (
    <TitledCard title={say('preview.customer')} gap="300">
      <Checkbox
        label={say('preview.signed-in')}
        checked={customer !== null}
        onChange={(isSignedIn) => onChange(isSignedIn ? { tags: [], orders: 0 } : null)}
      />
      {customer && (
        <>
          <TextField
            label={say('preview.orders')}
            type="number"
            min={0}
            value={String(customer.orders)}
            onChange={(orders) => onChange({ ...customer, orders: Math.max(0, Math.floor(Number(orders))) })}
            autoComplete="off"
          />
          <NamesField names={customer.tags} source="customer-tags" path="tags" onChange={(tags) => onChange({ ...customer, tags })} />
        </>
      )}
    </TitledCard>
  )
}
