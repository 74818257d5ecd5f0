import { Badge, BlockStack, Card, EmptyState, InlineStack, Page, ResourceItem, ResourceList, Text } from '@shopify/polaris'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { OrderId } from '#app/commerce/ids.ts'
import type { StoryArm } from '#app/measure/story/story-of.ts'
import { LookUp } from './look-up.tsx'
import type { SlotTold } from './story-told.ts'
import { useStoryWords } from './use-story-words.ts'

interface OrdersPageProps {
  /** The latest first. */
  readonly orders: readonly {
    readonly order: OrderId
    /** ISO 8601. */
    readonly at: string
    readonly arm: StoryArm
    readonly isCancelled: boolean
    /** What offers sold. */
    readonly sold: readonly { readonly title: string | null; readonly from: SlotTold }[]
  }[]
}

/** The latest orders, each with what its shopper was shown and what offers sold. */
export function OrdersPage({ orders }: OrdersPageProps) {
  const { say } = useWords()
  const time = useTime()
  const words = useStoryWords()
  return (
    <Page title={say('orders.title')} subtitle={say('orders.subtitle')}>
      <BlockStack gap="400">
        <Card>
          <LookUp />
        </Card>
        <Card padding="0">
          {orders.length === 0 ? (
            <EmptyState heading={say('orders.none')} image="">
              <p>{say('orders.none.help')}</p>
            </EmptyState>
          ) : (
            <ResourceList
              resourceName={{ singular: say('orders.one'), plural: say('orders.many') }}
              items={[...orders]}
              renderItem={({ order, at, arm, isCancelled, sold }) => {
                const { title, tone } = words.arm(arm)
                return (
                  <ResourceItem
                    id={String(order)}
                    url={`/app/results/orders/${order}`}
                    accessibilityLabel={say('orders.open', { time: time(at) })}
                  >
                    <BlockStack gap="100">
                      <InlineStack gap="200" blockAlign="center">
                        <Text as="h2" variant="bodyMd" fontWeight="semibold">
                          {time(at)}
                        </Text>
                        <Badge {...(tone && { tone })}>{title}</Badge>
                        {isCancelled && <Badge>{say('story.cancelled')}</Badge>}
                      </InlineStack>
                      {sold.map(({ from, ...of }, nth) => (
                        <Text key={nth} as="p" tone="subdued">
                          {say('orders.sold', { title: words.title(of), slot: words.slot(from) })}
                        </Text>
                      ))}
                    </BlockStack>
                  </ResourceItem>
                )
              }}
            />
          )}
        </Card>
      </BlockStack>
    </Page>
  )
}
