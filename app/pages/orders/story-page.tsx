import { Badge, BlockStack, InlineStack, Page, Text } from '@shopify/polaris'
import { LinedCard } from '#app/kit/lined-card.tsx'
import { TitledCard } from '#app/kit/titled-card.tsx'
import { useTime } from '#app/kit/use-time.ts'
import { useWords } from '#app/kit/use-words.tsx'
import type { StoryTold } from './story-told.ts'
import { useStoryWords } from './use-story-words.ts'

/** What one order had to do with us: who its shopper was to the measurement, what was in it, and what they came by. */
export function StoryPage({ story }: { readonly story: StoryTold }) {
  const { say, count } = useWords()
  const time = useTime()
  const words = useStoryWords()
  const { title, help } = words.arm(story.arm)
  return (
    <Page
      title={say('story.title', { time: time(story.at) })}
      backAction={{ content: say('orders.title'), url: '/app/results/orders' }}
      secondaryActions={[{ content: say('story.open'), url: `shopify://admin/orders/${story.order}`, target: '_top' }]}
      {...(story.isCancelled && { titleMetadata: <Badge>{say('story.cancelled')}</Badge> })}
    >
      <BlockStack gap="400">
        <TitledCard title={title} help={help} />
        <LinedCard title={say('story.lines')}>
          {story.lines.map(({ quantity, left, origin, ...of }, at) => (
            <BlockStack key={at} gap="050">
              <InlineStack gap="200" blockAlign="center">
                <Text as="h3" variant="headingSm">
                  {say('story.line', { title: words.title(of), quantity: count(quantity) })}
                </Text>
                {left < quantity && <Badge>{say('story.line.left', { left: count(left) })}</Badge>}
              </InlineStack>
              <Text as="p" tone="subdued">
                {words.origin(origin)}
              </Text>
            </BlockStack>
          ))}
        </LinedCard>
        <LinedCard title={say('story.offers')} help={say(story.offers.length > 0 ? 'story.offers.help' : 'story.offers.none')}>
          {story.offers.map(({ slot, at, outcome, ...of }, nth) => (
            <BlockStack key={nth} gap="050">
              <InlineStack gap="200" blockAlign="center">
                <Text as="h3" variant="headingSm">
                  {words.title(of)}
                </Text>
                <Badge {...(outcome.kind === 'taken' && { tone: 'success' as const })}>{words.outcome(outcome)}</Badge>
              </InlineStack>
              <Text as="p" tone="subdued">
                {say('story.offer.at', { slot: words.slot(slot), time: time(at) })}
              </Text>
            </BlockStack>
          ))}
        </LinedCard>
      </BlockStack>
    </Page>
  )
}
