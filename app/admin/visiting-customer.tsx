import { BlockStack, Card, Checkbox, Text, TextField } from '@shopify/polaris'
import { NamesField } from './names-field.tsx'
import type { PreviewAsk } from './preview-ask.ts'
import { useWords } from './words.tsx'

interface VisitingCustomerProps {
  readonly customer: PreviewAsk['customer']
  onChange(customer: PreviewAsk['customer']): void
}

/** Who looks at the page: nobody whom the shop knows, or a customer with so many orders and such tags. */
export function VisitingCustomer({ customer, onChange }: VisitingCustomerProps) {
  const { say } = useWords()
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say('preview.customer')}
        </Text>
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
      </BlockStack>
    </Card>
  )
}
