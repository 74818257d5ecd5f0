import { BlockStack, Card, Checkbox, InlineGrid, Select, Text, TextField } from '@shopify/polaris'
import type { ProductId } from '#app/commerce/ids.ts'
import { useBuilder } from './builder-context.tsx'
import { NamesField } from './names-field.tsx'
import { PickedField } from './picked-field.tsx'
import type { PreviewAsk } from './preview-ask.ts'
import { useWords } from './words.tsx'

interface PreviewVisitProps {
  readonly ask: PreviewAsk
  readonly live: number
  onChange(ask: PreviewAsk): void
}

/** Everything that a visit can be: page, day, customer, cart, market, language; and which rules it meets. */
export function PreviewVisit({ ask, live, onChange }: PreviewVisitProps) {
  const { say, count } = useWords()
  const change = (part: Partial<PreviewAsk>) => onChange({ ...ask, ...part })
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <Title of="preview.product" />
          <PickedField
            kind="product"
            ids={ask.product === null ? [] : [ask.product]}
            path="product"
            single
            onChange={([id]) => change({ product: (id as ProductId | undefined) ?? null })}
          />
          <Select
            label={say('preview.of')}
            value={ask.of}
            options={[
              { value: 'working', label: say('preview.of.working') },
              { value: 'live', label: say(live === 0 ? 'preview.of.nothing' : 'preview.of.live', { number: count(live) }) },
            ]}
            onChange={(of) => change({ of: of as PreviewAsk['of'] })}
          />
          <TextField
            label={say('preview.date')}
            helpText={say('preview.date.help')}
            type="date"
            value={ask.date ?? ''}
            onChange={(day) => change({ date: day || null })}
            autoComplete="off"
          />
          <Select
            label={say('preview.cards')}
            value={String(ask.cards)}
            options={Array.from({ length: 12 }, (_, at) => String(at + 1))}
            onChange={(cards) => change({ cards: Number(cards) })}
          />
        </BlockStack>
      </Card>
      <VisitingCustomer ask={ask} change={change} />
      <VisitingCart ask={ask} change={change} />
      <Card>
        <BlockStack gap="300">
          <Title of="preview.where" />
          <InlineGrid columns={2} gap="300">
            <TextField
              label={say('preview.market')}
              value={ask.market ?? ''}
              onChange={(market) => change({ market: market || null })}
              autoComplete="off"
            />
            <TextField
              label={say('preview.language')}
              value={ask.language}
              onChange={(language) => change({ language })}
              autoComplete="off"
            />
          </InlineGrid>
          <Text as="p" tone="subdued" variant="bodySm">
            {say('preview.address')}
          </Text>
        </BlockStack>
      </Card>
    </BlockStack>
  )
}

interface PartProps {
  readonly ask: PreviewAsk
  change(part: Partial<PreviewAsk>): void
}

function VisitingCustomer({ ask: { customer }, change }: PartProps) {
  const { say } = useWords()
  return (
    <Card>
      <BlockStack gap="300">
        <Title of="preview.customer" />
        <Checkbox
          label={say('preview.signed-in')}
          checked={customer !== null}
          onChange={(isSignedIn) => change({ customer: isSignedIn ? { tags: [], orders: 0 } : null })}
        />
        {customer && (
          <>
            <TextField
              label={say('preview.orders')}
              type="number"
              min={0}
              value={String(customer.orders)}
              onChange={(orders) => change({ customer: { ...customer, orders: Math.max(0, Math.floor(Number(orders))) } })}
              autoComplete="off"
            />
            <NamesField
              names={customer.tags}
              source="customer-tags"
              path="tags"
              onChange={(tags) => change({ customer: { ...customer, tags } })}
            />
          </>
        )}
      </BlockStack>
    </Card>
  )
}

function VisitingCart({ ask: { cart, isForeign }, change }: PartProps) {
  const { say } = useWords()
  const { titleOf } = useBuilder()
  const quantityOf = (id: number) => cart.find((line) => line.id === id)?.quantity ?? 1
  return (
    <Card>
      <BlockStack gap="300">
        <Title of="preview.cart" />
        <PickedField
          kind="product"
          ids={cart.map(({ id }) => id)}
          path="cart"
          onChange={(ids) => change({ cart: ids.map((id) => ({ id: id as ProductId, quantity: quantityOf(id) })) })}
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
              change({ cart: cart.map((line) => (line.id === id ? { id, quantity: pieces } : line)) })
            }}
            autoComplete="off"
          />
        ))}
        {cart.length > 0 && (
          <Checkbox label={say('preview.foreign')} checked={isForeign} onChange={(foreign) => change({ isForeign: foreign })} />
        )}
      </BlockStack>
    </Card>
  )
}

function Title({ of }: { of: string }) {
  const { say } = useWords()
  return (
    <Text as="h2" variant="headingMd">
      {say(of)}
    </Text>
  )
}
