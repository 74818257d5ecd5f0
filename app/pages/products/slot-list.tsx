import { useSearchParams } from '@remix-run/react'
import { Badge, Box, Card, InlineGrid, InlineStack, ResourceItem, ResourceList, Select } from '@shopify/polaris'
import { ListSearch } from '#app/kit/list-search.tsx'
import { NothingYet } from '#app/kit/nothing-yet.tsx'
import { Parts } from '#app/kit/parts.tsx'
import { ProductLine } from '#app/kit/product-line.tsx'
import { useWords } from '#app/kit/use-words.tsx'
import { withQuery } from '#app/kit/with-query.ts'
import type { PicturedProduct } from '#app/wording/pictured.ts'
import { SLOT_FILTERS, type SlotFilter } from './slot-filter.ts'

interface SlotListProps {
  readonly sought: string
  readonly filter: SlotFilter
  readonly part: number
  readonly parts: number
  readonly found: number
  readonly slots: readonly { readonly beside: PicturedProduct; readonly byRule: number; readonly byModel: number }[]
}

/** The shop's product pages, each with how many cards it shows and who chose them. */
export function SlotList({ sought, filter, part, parts, found, slots }: SlotListProps) {
  const { say, count } = useWords()
  const [, setSearch] = useSearchParams()
  return (
    <Card padding="0">
      <Box padding="300">
        <InlineGrid columns={{ xs: 1, sm: '2fr 1fr' }} gap="300">
          <ListSearch label={say('products.search')} sought={sought} />
          <Select
            label={say('products.filter')}
            labelHidden
            value={filter}
            options={SLOT_FILTERS.map((value) => ({ value, label: say(`products.filter.${value}`) }))}
            onChange={(show) => setSearch((before) => withQuery(before, { show, page: '1' }), { replace: true })}
          />
        </InlineGrid>
      </Box>
      {slots.length === 0 ? (
        <NothingYet heading={say('products.none')}>
          <p>{say(sought ? 'products.none-found' : filter === 'all' ? 'products.none-yet' : 'products.none-such')}</p>
        </NothingYet>
      ) : (
        <ResourceList
          resourceName={{ singular: say('products.one'), plural: say('products.many') }}
          totalItemsCount={found}
          items={[...slots]}
          renderItem={({ beside, byRule, byModel }) => (
            <ResourceItem
              id={String(beside.id)}
              url={`/app/products/${beside.id}`}
              accessibilityLabel={say('products.open', { title: beside.title })}
            >
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <ProductLine product={beside} />
                <InlineStack gap="200">
                  {byRule > 0 && <Badge tone="success">{say('products.by-rule', { cards: count(byRule) })}</Badge>}
                  {byModel > 0 && <Badge tone="info">{say('products.by-model', { cards: count(byModel) })}</Badge>}
                  {byRule + byModel === 0 && <Badge>{say('products.empty')}</Badge>}
                </InlineStack>
              </InlineStack>
            </ResourceItem>
          )}
        />
      )}
      {parts > 1 && (
        <Box padding="300">
          <Parts part={part} parts={parts} />
        </Box>
      )}
    </Card>
  )
}
