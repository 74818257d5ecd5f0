import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { SinceYesterday } from './since-yesterday.server.ts'

/** What happened in the last 24 hours: what Shopify told, what people published, and what has become certain. */
export function SinceYesterdayCard({ orders, fromOffers, changed, versions, published, costly }: SinceYesterday) {
  const { say, count } = useWords()
  const time = useTime()
  const more = published - versions.length
  return (
    <TitledCard title={say('yesterday.title')} gap="200">
      <BlockStack gap="150">
        {costly.map(({ id, name }) => (
          <Text as="p" key={id}>
            <Link url={`/app/rules/${id}`}>{name}</Link> {say('yesterday.costs')}
          </Text>
        ))}
        <Text as="p">
          {orders === 0
            ? say('yesterday.orders.none')
            : say(orders === 1 ? 'yesterday.order' : 'yesterday.orders', { orders: count(orders), offers: count(fromOffers) })}
        </Text>
        {versions.map(({ number, by, at, pages }) => (
          <InlineStack key={number} gap="100">
            <Link url={`/app/history/${number}`}>{say('history.version', { number: count(number) })}</Link>
            <Text as="span">{say(`history.by.${by}`, { when: time(at) })}</Text>
            {pages !== null && (
              <Text as="span" tone="subdued">
                {say(pages === 1 ? 'history.page' : 'history.pages', { pages: count(pages) })}
              </Text>
            )}
          </InlineStack>
        ))}
        {more > 0 && <Link url="/app/history">{say('yesterday.more', { more: count(more) })}</Link>}
        {changed > 0 && (
          <Text as="p" tone="subdued">
            {say(changed === 1 ? 'yesterday.product' : 'yesterday.products', { products: count(changed) })}
          </Text>
        )}
      </BlockStack>
    </TitledCard>
  )
}
