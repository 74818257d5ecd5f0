import { useAppBridge } from '@shopify/app-bridge-react'
import { BlockStack, Button, InlineGrid, Select, Text, TextField } from '@shopify/polaris'
import type { ProductId } from '#app/commerce/ids.ts'
import { PLACEMENTS, type Placement } from '#app/commerce/placement.ts'
import { usePlacements } from '#app/kit/plan.tsx'
import { PickedField } from '#app/kit/rule-fields/picked-field.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import type { PreviewRequest } from './preview-request.ts'
import { VisitingCart } from './visiting-cart.tsx'
import { VisitingCustomer } from './visiting-customer.tsx'

interface PreviewVisitProps {
  readonly ask: PreviewRequest
  readonly live: number
  readonly languages: readonly string[]
  /** Handles of those that are known. */
  readonly markets: readonly string[]
  /** Where the visit stands in Shopify's admin, for whoever else may open it. */
  readonly link: string
  onChange(ask: PreviewRequest): void
}

/** Everything that a visit can be: page, day, customer, cart, market, language; and which rules it meets. */
export function PreviewVisit({ ask, live, languages, markets, link, onChange }: PreviewVisitProps) {
  const { say, count, language } = useWords()
  const shopify = useAppBridge()
  const placements = usePlacements([ask.placement])
  const nameOf = new Intl.DisplayNames(language, { type: 'language' })
  const spoken = new Intl.ListFormat(language).format(languages.map((one) => nameOf.of(one) ?? one))
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    shopify.toast.show(say('preview.link.copied'))
  }
  const change = (part: Partial<PreviewRequest>) => onChange({ ...ask, ...part })
  return (
    <BlockStack gap="400">
      <TitledCard title={say('preview.product')} gap="300">
        <Select
          label={say('preview.placement')}
          value={ask.placement}
          options={placements.map((placement) => ({ value: placement, label: say(`placement.${placement}`) }))}
          onChange={(placement) => change({ placement: placement as Placement })}
        />
        {PLACEMENTS[ask.placement].about !== 'shop' && (
          <PickedField
            kind="product"
            ids={ask.product === null ? [] : [ask.product]}
            path="product"
            single
            onChange={([id]) => change({ product: (id as ProductId | undefined) ?? null })}
          />
        )}
        <Select
          label={say('preview.of')}
          value={ask.of}
          options={[
            { value: 'working', label: say('preview.of.working') },
            { value: 'live', label: say(live === 0 ? 'preview.of.nothing' : 'preview.of.live', { number: count(live) }) },
          ]}
          onChange={(of) => change({ of: of as PreviewRequest['of'] })}
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
      </TitledCard>
      <VisitingCustomer customer={ask.customer} onChange={(customer) => change({ customer })} />
      <VisitingCart cart={ask.cart} isForeign={ask.isForeign} onChange={change} />
      <TitledCard title={say('preview.where')} gap="300">
        <InlineGrid columns={2} gap="300">
          {markets.length > 0 ? (
            <Select
              label={say('preview.market')}
              value={ask.market ?? ''}
              options={[
                { value: '', label: say('preview.market.none') },
                ...[...new Set([...markets, ...(ask.market ? [ask.market] : [])])].map((one) => ({ value: one, label: one })),
              ]}
              onChange={(market) => change({ market: market || null })}
            />
          ) : (
            <TextField
              label={say('preview.market')}
              value={ask.market ?? ''}
              onChange={(market) => change({ market: market || null })}
              autoComplete="off"
            />
          )}
          <TextField
            label={say('preview.language')}
            value={ask.language}
            onChange={(language) => change({ language })}
            autoComplete="off"
          />
        </InlineGrid>
        <Text as="p" tone="subdued" variant="bodySm">
          {markets.length > 0 ? say('preview.market.known', { markets: markets.join(', ') }) : say('preview.market.unknown')}
        </Text>
        <Text as="p" tone="subdued" variant="bodySm">
          {say('preview.language.help', { languages: spoken })}
        </Text>
        <TextField
          label={say('preview.link')}
          helpText={say('preview.address')}
          value={link}
          readOnly
          autoComplete="off"
          connectedRight={<Button onClick={() => void copy()}>{say('preview.link.copy')}</Button>}
        />
      </TitledCard>
    </BlockStack>
  )
}
