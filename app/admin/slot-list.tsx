import { useSearchParams } from '@remix-run/react'
import { Badge, BlockStack, Box, Card, EmptyState, InlineStack, Pagination, ResourceItem, ResourceList, TextField } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import type { PicturedProduct } from './pictured.ts'
import { ProductLine } from './product-line.tsx'
import { useWords } from './words.tsx'

interface SlotListProps {
  readonly sought: string
  readonly page: number
  readonly pages: number
  readonly found: number
  readonly slots: readonly { readonly beside: PicturedProduct; readonly byRule: number; readonly byModel: number }[]
}

/** The shop's product pages, each with how many cards it shows and who chose them. */
export function SlotList({ sought, page, pages, found, slots }: SlotListProps) {
  const { say, count } = useWords()
  const [, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(sought)

  useEffect(() => {
    if (typed === sought) return
    const later = setTimeout(() => setSearch((before) => withQuery(before, { q: typed, page: '1' }), { replace: true }), 300)
    return () => clearTimeout(later)
  }, [typed, sought, setSearch])

  return (
    <Card padding="0">
      <Box padding="300">
        <TextField
          label={say('products.search')}
          labelHidden
          placeholder={say('products.search')}
          value={typed}
          onChange={setTyped}
          clearButton
          onClearButtonClick={() => setTyped('')}
          autoComplete="off"
        />
      </Box>
      {slots.length === 0 ? (
        <EmptyState heading={say('products.none')} image="">
          <p>{say(sought ? 'products.none-found' : 'products.none-yet')}</p>
        </EmptyState>
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
      {pages > 1 && (
        <Box padding="300">
          <BlockStack inlineAlign="center">
            <Pagination
              label={say('products.page', { page: count(page), pages: count(pages) })}
              hasPrevious={page > 1}
              hasNext={page < pages}
              onPrevious={() => setSearch((before) => withQuery(before, { page: String(page - 1) }))}
              onNext={() => setSearch((before) => withQuery(before, { page: String(page + 1) }))}
            />
          </BlockStack>
        </Box>
      )}
    </Card>
  )
}

function withQuery(before: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const after = new URLSearchParams(before)
  for (const [name, value] of Object.entries(changes)) after.set(name, value)
  return after
}
